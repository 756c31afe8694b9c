// What a reader gets out of our PDFs: the text of each page as it is selected, page sizes, embedded faces.
import { inflateSync } from 'node:zlib'

export interface PdfObject {
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
export function objectsOf(file: string): Map<number, PdfObject> {
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

export const reference = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? Number.NaN)

const fromHex = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')

/** Glyph → text, from the map that every reader copies by. */
export function glyphsOf(map: string): Map<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, begin, , list = ''] of map.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(begin ?? '0', 16)
    for (const [index, [, hex = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      glyphs.set(first + index, fromHex(hex.replace(/\s/g, '')))
    }
  }
  return glyphs
}

interface DrawnPage {
  readonly box: readonly number[]
  readonly fonts: Fonts
  readonly content: string
}
type Fonts = ReadonlyMap<string, ReadonlyMap<number, string>>

function pagesOf(objects: ReadonlyMap<number, PdfObject>): DrawnPage[] {
  const dictionaryOf = (id: number) => objects.get(id)?.dictionary ?? ''
  const streamOf = (id: number) => objects.get(id)?.stream ?? ''
  return [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\n/.test(dictionary))
    .map(({ dictionary }) => {
      const resources = dictionaryOf(reference(dictionary, 'Resources'))
      const fonts = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
          const map = streamOf(reference(dictionaryOf(Number(id)), 'ToUnicode'))
          return [name, glyphsOf(map)] as const
        }),
      )
      const box = /\/MediaBox \[([^\]]*)\]/.exec(dictionary)?.[1] ?? ''
      return {
        box: box.split(' ').map(Number),
        fonts,
        content: streamOf(reference(dictionary, 'Contents')),
      }
    })
}

/** Some words as they stand on a page: where their first letter begins, in points from the lower left. */
export interface DrawnRun {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: string
}

const runPattern =
  /1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm\n\/(F\d+) ([\d.]+) Tf\n(?:[\d.-]+ Tc\n)?\[([^\]]*)\] TJ/g

export function drawnRuns(bytes: Uint8Array): DrawnRun[] {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'))
  return pagesOf(objects).flatMap(({ content, fonts }, page) =>
    [...content.matchAll(runPattern)].map(([, x, y, font = '', size, shown = '']) => ({
      page: page + 1,
      x: Number(x),
      y: Number(y),
      size: Number(size),
      text: wordsOf(shown, fonts.get(font) ?? new Map()),
    })),
  )
}

export function wordsOf(shown: string, glyphs: ReadonlyMap<number, string>): string {
  const codes = [...shown.matchAll(/<([^>]*)>/g)].map(([, hex]) => hex).join('')
  const units = codes.match(/.{4}/g) ?? []
  return units.map((unit) => glyphs.get(Number.parseInt(unit, 16)) ?? '\ufffd').join('')
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'))
  const streamOf = (id: number) => objects.get(id)?.stream ?? ''
  const drawn = pagesOf(objects)
  const pages = drawn.map(({ content, fonts }) => textOf(content, fonts))
  const boxes = drawn.map(({ box }) => box)
  const embedded = [...objects.values()].flatMap(({ dictionary }) => {
    const file = reference(dictionary, 'FontFile2')
    const name = /\/FontName \/(\S+)/.exec(dictionary)?.[1]
    return name && streamOf(file) !== '' ? [name] : []
  })
  return { pages, boxes, embedded }
}

function textOf(content: string, fonts: Fonts): string {
  const runs: string[] = []
  let glyphs: ReadonlyMap<number, string> = new Map()
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) glyphs = fonts.get(font) ?? new Map()
    else runs.push(wordsOf(shown ?? '', glyphs))
  }
  return runs.join(' ').replace(/\s+/g, ' ')
}
