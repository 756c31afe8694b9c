// Makes a live paper read as a given text, as an edit of the server's: forward, minimal, in slices.
import { formOf } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import { makeRewrite } from './copies'
import type { Room } from './room'

/** What of a node a live paper holds: nothing that the schema does not know, no comments, no numbers. */
function admitted(node: PaperNode): PaperNode {
  const known = paperSchema.nodes[node.type]?.spec.attrs ?? {}
  const attrs = Object.entries(node.attrs ?? {}).filter(([name]) => Object.hasOwn(known, name))
  const marks = node.text === undefined ? [] : formOf(node)
  return {
    type: node.type,
    ...(attrs.length > 0 && { attrs: Object.fromEntries(attrs) }),
    ...(node.content && { content: node.content.map(admitted) }),
    ...(marks.length > 0 && { marks }),
    ...(node.text !== undefined && { text: node.text }),
  }
}

/** The text as a live paper can have it. Throws RangeError on what the schema does not allow. */
export function writable(text: PaperNode): PaperNode {
  const wished = admitted(text)
  paperSchema.nodeFromJSON(wished).check()
  return wished
}

/**
 * Blocks and words that are in both texts are not touched: comments, carets and what colleagues
 * write there meanwhile stay. Resolves when it is on disk; throws `too-large`, `busy`.
 */
export async function rewrite(room: Room, text: PaperNode): Promise<void> {
  const wished = writable(text)
  const state = await room.state()
  const update = await makeRewrite({ state, wished })
  if (update) await room.take(update)
}
