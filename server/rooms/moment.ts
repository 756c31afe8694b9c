// A paper as it stands at one moment: its canonical text, and who wrote which letters of it.
import * as Y from 'yjs'
import { composed } from '../../shared/document/anchor'
import { canonical } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { rootName } from '../../shared/protocol'

/** So many letters by one person, by id; `null`: by the server, or nobody knows. */
export type Stretch = readonly [author: string | null, letters: number]

export interface Moment {
  readonly text: PaperNode
  /** For every paragraph and heading, in order, breaks left out. */
  readonly written: readonly (readonly Stretch[])[]
}

type AuthorOf = (clientId: number) => string | null

/** The letters of one run of text, each with its author; `null` where something else stands. */
function lettersOf(
  text: Y.XmlText,
  authorOf: AuthorOf,
): [letters: string, author: string | null][] {
  const found: [string, string | null][] = []
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    found.push([item.content.str, authorOf(item.id.client)])
  }
  return found
}

/** In the letters of the canonical text: those that are composed of two are their first one's author's. */
function stretchesOf(pieces: readonly (readonly [string, string | null])[]): Stretch[] {
  const raw = pieces.map(([letters]) => letters).join('')
  const authors = pieces.flatMap(([letters, author]) =>
    Array<string | null>(letters.length).fill(author),
  )
  const { text, raw: rawAt } = composed(raw)
  const stretches: [string | null, number][] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') continue
    const author = authors[rawAt(at)] ?? null
    const last = stretches.at(-1)
    if (last && last[0] === author) last[1] += 1
    else stretches.push([author, 1])
  }
  return stretches
}

function written(parent: Y.XmlElement | Y.XmlFragment, authorOf: AuthorOf): Stretch[][] {
  const isTextblock =
    parent instanceof Y.XmlElement &&
    (parent.nodeName === 'paragraph' || parent.nodeName === 'heading')
  if (!isTextblock) {
    return parent
      .toArray()
      .flatMap((child) => (child instanceof Y.XmlElement ? written(child, authorOf) : []))
  }
  const pieces = parent.toArray().flatMap((child): [string, string | null][] => {
    return child instanceof Y.XmlText ? lettersOf(child, authorOf) : [['\n', null]]
  })
  return [stretchesOf(pieces)]
}

/** `textOf`: how a document is read, see room.ts. */
export function momentOf(
  doc: Y.Doc,
  authorOf: AuthorOf,
  textOf: (doc: Y.Doc) => PaperNode,
): Moment {
  return {
    text: canonical(textOf(doc)),
    written: written(doc.getXmlFragment(rootName), authorOf),
  }
}
