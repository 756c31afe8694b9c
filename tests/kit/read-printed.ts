// What stands on each page of a PDF that Chromium printed: its letters in the order drawn, without blanks.
import { inflateSync } from 'node:zlib'

const fromHex = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')

/** Glyph → text, from the map that every reader copies by. */
function glyphsOf(map: string): Map<string, string> {
  const glyphs = new Map<string, string>()
  const lists = (kind: string) => [
    ...map.matchAll(new RegExp(`beginbf${kind}\\n([\\s\\S]*?)endbf${kind}`, 'g')),
  ]
  for (const [, list = ''] of lists('char')) {
    for (const [, glyph = '', text = ''] of list.matchAll(/<(\w+)> <(\w+)>/g)) {
      glyphs.set(glyph, fromHex(text))
    }
  }
  for (const [, list = ''] of lists('range')) {
    for (const [, from = '', to = '', text = ''] of list.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const first = Number.parseInt(from, 16)
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++) {
        const code = Number.parseInt(text, 16) + glyph - first
        const name = glyph.toString(16).toUpperCase().padStart(4, '0')
        glyphs.set(name, String.fromCharCode(code))
      }
    }
  }
  return glyphs
}

export interface PrintedPage {
  readonly letters: string
  /** Width and height in points. */
  readonly size: readonly [width: number, height: number]
}

export function readPrinted(bytes: Uint8Array): PrintedPage[] {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id = '', inside = ''] of file.matchAll(
    /(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g,
  )) {
    objects.set(id, inside)
  }
  const streamOf = (id = '') => {
    const inside = objects.get(id) ?? ''
    const at = inside.indexOf('stream\n')
    const raw = Buffer.from(inside.slice(at + 7, inside.lastIndexOf('\nendstream')), 'latin1')
    return inside.includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString()
  }
  return [...objects.values()]
    .filter((inside) => inside.startsWith('<</Type /Page\n'))
    .map((inside) => {
      const fonts = new Map(
        [...inside.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
          const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1]
          return [name, glyphsOf(map === undefined ? '' : streamOf(map))] as const
        }),
      )
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(inside) ?? []
      let glyphs: ReadonlyMap<string, string> = new Map()
      let letters = ''
      const content = streamOf(/\/Contents (\d+) 0 R/.exec(inside)?.[1])
      for (const [, font, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)> Tj/g)) {
        if (font) glyphs = fonts.get(font) ?? new Map()
        else
          letters += (hex?.match(/.{4}/g) ?? []).map((one) => glyphs.get(one) ?? '\ufffd').join('')
      }
      return {
        letters: letters.replace(/\s/g, '').normalize('NFC'),
        size: [Number(width), Number(height)],
      }
    })
}
