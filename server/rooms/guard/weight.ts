// How much memory a paper takes, roughly: nobody may make one that fills the server's.
import * as Y from 'yjs'
import type { Struct } from './struct'

/** Many times a long paper with all its edits. */
const mostWeight = 32 * 1024 * 1024
/** As measured: a struct, an element or text with its maps, a letter. */
const structWeight = 150
const typeWeight = 750
const letterWeight = 2
/** Until updates of so many bytes have come the last count holds: counting goes through all structs. */
const recountAfter = 64 * 1024

const counts = new WeakMap<Y.Doc, { weight: number; bytesSince: number }>()

/** What a struct of an update will weigh. */
export function weightOf({ kind, length }: Struct): number {
  if (kind === 'element' || kind === 'text') return structWeight + typeWeight
  return kind === 'string' ? structWeight + letterWeight * length : structWeight
}

function weigh({ store }: Y.Doc): number {
  let weight = 0
  for (const structs of store.clients.values()) {
    weight += structs.length * structWeight
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue
      if (struct.content instanceof Y.ContentType) weight += typeWeight
      else if (struct.content instanceof Y.ContentString) weight += letterWeight * struct.length
    }
  }
  return weight
}

/** True when a paper cannot bear an update of this weight and size more. */
export function isTooMuch(doc: Y.Doc, added: number, bytes: number): boolean {
  let count = counts.get(doc)
  if (!count || count.bytesSince > recountAfter) {
    count = { weight: weigh(doc), bytesSince: 0 }
    counts.set(doc, count)
  }
  count.bytesSince += bytes
  return count.weight + added > mostWeight
}
