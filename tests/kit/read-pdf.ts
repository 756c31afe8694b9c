// What a reader gets out of our PDFs: the text of each page as it is selected, page sizes, embedded faces.
import { inflateSync } from 'node:zlib'

interface PdfObject {
  readonly dictionary: string
  readonly stream: string | null
}

export interface ReadPdf {
  /** Runs of text, parted by blanks. */
  readonly pages: readonly string[]
  /** `[left, bottom, right, top]` in points. */
  readonly boxes: readonly (readonly number[])[]
  /** Names of the faces whose files are inside. */
  readonly embedded: readonly string[]
}

/** Objects as pdfkit writes them: none packed into others. */
function objectsOf(file: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  for (const [, id, inside = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = inside.indexOf('\nstream\n')
    const dictionary = at < 0 ? inside : inside.slice(0, at)
    const raw = at < 0 ? null : inside.slice(at + 8, inside.lastIndexOf('\nendstream'))
    const isPacked = dictionary.includes('/FlateDecode')
    const stream =
      raw && isPacked ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    objects.set(Number(id), { dictionary, stream })
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
  for (const [, begin, , list = ''] of map.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(begin ?? '0', 16)
    for (const [index, [, hex = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      glyphs.set(first + index, fromHex(hex.replace(/\s/g, '')))
    }
  }
  return glyphs
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'))
  const dictionaryOf = (id: number) => objects.get(id)?.dictionary ?? ''
  const streamOf = (id: number) => objects.get(id)?.stream ?? ''
  const pages: string[] = []
  const boxes: number[][] = []
  for (const { dictionary } of objects.values()) {
    if (!/\/Type \/Page\n/.test(dictionary)) continue
    boxes.push((/\/MediaBox \[([^\]]*)\]/.exec(dictionary)?.[1] ?? '').split(' ').map(Number))
    const resources = dictionaryOf(reference(dictionary, 'Resources'))
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
        const map = streamOf(reference(dictionaryOf(Number(id)), 'ToUnicode'))
        return [name, glyphsOf(map)] as const
      }),
    )
    pages.push(textOf(streamOf(reference(dictionary, 'Contents')), fonts))
  }
  const embedded = [...objects.values()].flatMap(({ dictionary }) => {
    const file = reference(dictionary, 'FontFile2')
    const name = /\/FontName \/(\S+)/.exec(dictionary)?.[1]
    return name && streamOf(file) !== '' ? [name] : []
  })
  return { pages, boxes, embedded }
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const runs: string[] = []
  let glyphs: ReadonlyMap<number, string> = new Map()
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) glyphs = fonts.get(font) ?? new Map()
    else {
      const codes = [...(shown ?? '').matchAll(/<([^>]*)>/g)].map(([, hex]) => hex).join('')
      const units = codes.match(/.{4}/g) ?? []
      runs.push(units.map((unit) => glyphs.get(Number.parseInt(unit, 16)) ?? '\ufffd').join(''))
    }
  }
  return runs.join(' ').replace(/\s+/g, ' ')
}
