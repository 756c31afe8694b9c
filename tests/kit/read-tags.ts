// The tree of a PDF of ours as a reader by ear goes through it, and what is drawn beside it.
import { glyphsOf, objectsOf, type PdfObject, reference, wordsOf } from './read-pdf'

export interface TagNode {
  readonly type: string
  readonly alt?: string
  /** Its own words, or those below it. */
  readonly inside: readonly (string | TagNode)[]
}
export interface ReadTags {
  readonly tree: TagNode
  /** What is drawn but not read aloud. */
  readonly beside: readonly string[]
}

type Glyphs = ReadonlyMap<number, string>
type Objects = ReadonlyMap<number, PdfObject>

interface Shown {
  readonly marked: ReadonlyMap<string, string>
  readonly beside: readonly string[]
}

/** Words by page and number of their piece. */
function shownIn(objects: Objects): Shown {
  const marked = new Map<string, string>()
  const beside: string[] = []
  for (const [page, { dictionary }] of objects) {
    if (!/\/Type \/Page\n/.test(dictionary)) continue
    const resources = objects.get(reference(dictionary, 'Resources'))?.dictionary ?? ''
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
        const map = reference(objects.get(Number(id))?.dictionary ?? '', 'ToUnicode')
        return [name, glyphsOf(objects.get(map)?.stream ?? '')] as const
      }),
    )
    const content = objects.get(reference(dictionary, 'Contents'))?.stream ?? ''
    let glyphs: Glyphs = new Map()
    let piece: string | null = null
    const tokens =
      /\/(\w+) <<\s*(?:\/MCID (\d+))?[^>]*>> BDC|\bEMC\b|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g
    for (const [token, tag, mcid, font, words] of content.matchAll(tokens)) {
      if (tag) piece = mcid === undefined ? null : `${page}/${mcid}`
      else if (token === 'EMC') piece = null
      else if (font) glyphs = fonts.get(font) ?? new Map()
      else {
        const text = wordsOf(words ?? '', glyphs)
        if (piece === null) beside.push(text)
        else marked.set(piece, (marked.get(piece) ?? '') + text)
      }
    }
  }
  return { marked, beside }
}

export function readTags(bytes: Uint8Array): ReadTags {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'))
  const at = (id: number) => objects.get(id)?.dictionary ?? ''
  const { marked, beside } = shownIn(objects)
  const nodeOf = (id: number): TagNode => {
    const element = at(id)
    const kids = /\/K \[([\s\S]*?)\]\n/.exec(`${element}\n`)?.[1] ?? ''
    const own = reference(element.replace(kids, ''), 'Pg')
    const inside = [
      ...kids.matchAll(/<<[^>]*?\/Pg (\d+) 0 R\n\/MCID (\d+)\n>>|<<[^>]*>>|(\d+) 0 R|(\d+)/g),
    ].flatMap(([, page, mcid, child, piece]): (string | TagNode)[] => {
      if (child) return [nodeOf(Number(child))]
      if (page) return [marked.get(`${page}/${mcid}`) ?? '']
      return piece === undefined ? [] : [marked.get(`${own}/${piece}`) ?? '']
    })
    const alt = /\/Alt \(([^)]*)\)/.exec(element)?.[1]
    return { type: /\/S \/(\w+)/.exec(element)?.[1] ?? '', ...(alt && { alt }), inside }
  }
  const root = [...objects.values()].find(({ dictionary }) =>
    dictionary.includes('/Type /StructTreeRoot'),
  )
  const first = /\/K \[(\d+) 0 R\]/.exec(root?.dictionary ?? '')?.[1]
  return { tree: nodeOf(Number(first)), beside }
}
