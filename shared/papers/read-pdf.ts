// What people see in a PDF of ours, run by run, and what it says it was made from.
import { proofOf, type ReadFile, unread } from './file-proof'
import { plainPng } from './plain-png'
import { inflate } from './unzip'

interface PdfObject {
  readonly dictionary: string
  readonly stream: Uint8Array | null
}
type Objects = ReadonlyMap<number, PdfObject>

/** A byte is a character; `TextDecoder('latin1')` means Windows-1252, which moves some of them. */
function asBytes(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}

const isPicture = (dictionary: string) => dictionary.includes('/Subtype /Image')

/** A JPEG stands in a PDF as it is, of a PNG only what is packed in it. */
function pictureOf({ dictionary, stream }: PdfObject): Uint8Array[] {
  if (!isPicture(dictionary) || stream === null) return []
  if (dictionary.includes('/DCTDecode')) return [stream]
  const side = (key: string) => Number(new RegExp(`/${key} (\\d+)`).exec(dictionary)?.[1] ?? 0)
  return [plainPng(side('Width'), side('Height'), stream)]
}

/** Objects as pdfkit writes them: none packed into others, none written twice. */
async function objectsOf(bytes: Uint8Array): Promise<Objects | null> {
  const file = asBytes(bytes)
  if (file.split('%%EOF').length !== 2 || file.includes('/ObjStm')) return null
  const objects = new Map<number, PdfObject>()
  const begin = /(?:^|\n)(\d+) 0 obj\n/g
  for (let found = begin.exec(file); found; found = begin.exec(file)) {
    const id = Number(found[1])
    const from = begin.lastIndex
    const end = file.indexOf('\nendobj', from)
    if (end < 0 || objects.has(id)) return null
    const head = file.slice(from, end)
    const at = head.indexOf('\nstream\n')
    const dictionary = at < 0 ? head : head.slice(0, at)
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? Number.NaN)
    if (at < 0) objects.set(id, { dictionary, stream: null })
    else {
      const start = from + at + 8
      if (!Number.isInteger(length) || start + length > bytes.length) return null
      const raw = bytes.subarray(start, start + length)
      // A picture's pixels stay packed: that is how its file has them.
      const isPacked = dictionary.includes('/FlateDecode') && !isPicture(dictionary)
      objects.set(id, { dictionary, stream: isPacked ? await inflate(raw, 'deflate') : raw })
      begin.lastIndex = start + length
    }
  }
  return objects
}

const reference = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? Number.NaN)

const fromHex = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')

/** Glyph → text, from the map that every reader copies by. */
function glyphsOf(map: string): Map<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, begin = '0', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(begin, 16)
    for (const [index, [, hex = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      glyphs.set(first + index, fromHex(hex.replace(/\s/g, '')))
    }
  }
  return glyphs
}

type Fonts = ReadonlyMap<string, ReadonlyMap<number, string>>

/** Anything shown in a way we never show it stands as a mark. */
function runsOf(content: string, fonts: Fonts): string[] {
  const runs: string[] = []
  let glyphs: ReadonlyMap<number, string> = new Map()
  const shows = /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|\s(?:Tj|Do|BI|'|")(?=\s)/g
  for (const [, font, shown] of content.matchAll(shows)) {
    if (font) glyphs = fonts.get(font) ?? new Map()
    else if (shown === undefined) runs.push('\ufffc')
    else {
      const codes = [...shown.matchAll(/<([^>]*)>/g)].map(([, hex]) => hex).join('')
      const units = codes.match(/.{4}/g) ?? []
      runs.push(units.map((unit) => glyphs.get(Number.parseInt(unit, 16)) ?? '\ufffd').join(''))
    }
  }
  return runs.map((run) => run.trim()).filter((run) => run !== '')
}

const readAloud = /\/(?:Alt|ActualText|E) \((?:\\[\s\S]|[^\\)])*\)/g

/** What is read aloud, or copied, instead of what is seen; in the pages themselves we never say such. */
function spokenIn(all: readonly string[], contents: readonly string[]): string[] {
  const said = all.flatMap((dictionary) => dictionary.match(readAloud) ?? [])
  return [...said, ...contents.filter((page) => /\/(?:Alt|ActualText|E)\b/.test(page))]
}

function linesIn(objects: Objects): string[] {
  const textOf = (id: number) => asBytes(objects.get(id)?.stream ?? new Uint8Array())
  const dictionaryOf = (id: number) => objects.get(id)?.dictionary ?? ''
  const all = [...objects.values()].map(({ dictionary }) => dictionary)
  const pages = all.filter((dictionary) => /\/Type \/Page\n/.test(dictionary))
  const contents = pages.map((dictionary) => textOf(reference(dictionary, 'Contents')))
  const lines = pages.flatMap((dictionary) => {
    const resources = dictionaryOf(reference(dictionary, 'Resources'))
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
        const map = textOf(reference(dictionaryOf(Number(id)), 'ToUnicode'))
        return [name, glyphsOf(map)] as const
      }),
    )
    return runsOf(textOf(reference(dictionary, 'Contents')), fonts)
  })
  const notes = all.filter((dictionary) => /\/Type \/Annot\b/.test(dictionary)).length
  return [...lines, '\ufffc'.repeat(notes), ...spokenIn(all, contents)]
}

/** Throws RangeError or TypeError where a stream does not inflate. */
export async function readPdf(bytes: Uint8Array): Promise<ReadFile> {
  const objects = await objectsOf(bytes)
  if (objects === null) return unread
  const all = [...objects.values()]
  const info = all.find(({ dictionary }) => dictionary.includes('/BanThaoFacts'))?.dictionary ?? ''
  const value = (key: string) =>
    /^\(([^()\\]*)\)$/.exec(objects.get(reference(info, key))?.dictionary ?? '')?.[1]
  const files = all.filter(({ dictionary }) => dictionary.includes('/Type /EmbeddedFile'))
  return {
    proof: proofOf({
      id: value('BanThaoVersion'),
      sha256: value('BanThaoSha256'),
      facts: value('BanThaoFacts'),
      text: files.length === 1 ? (files[0]?.stream ?? undefined) : undefined,
    }),
    lines: linesIn(objects),
    pictures: all.flatMap(pictureOf),
  }
}
