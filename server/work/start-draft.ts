// Seeds the draft with the outline's blocks, without its comment marks.
import { prosemirrorJSONToYXmlFragment } from 'y-prosemirror'
import { canonical } from '../../shared/document/canonical'
import { isBlank, type PaperNode } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import type { Hub } from '../rooms/hub'
import { loggedText, type Room } from '../rooms/room'
import type { Logged } from '../stores/contract'

/** The text of a live paper, without comment marks and paragraph numbers. */
function plain(node: PaperNode): PaperNode {
  const { number: _, ...kept } = node
  return node.content ? { ...kept, content: node.content.map(plain) } : kept
}

/** Replaces a paper's text, as the server. Resolves when it is on disk. */
export const fill = (room: Room, text: PaperNode): Promise<void> =>
  room.edit(() => {
    room.fragment.delete(0, room.fragment.length)
    // Parsed by the schema first: what it does not know never reaches the paper.
    const node = paperSchema.nodeFromJSON(text)
    node.check()
    prosemirrorJSONToYXmlFragment(paperSchema, node.toJSON(), room.fragment)
  })

/**
 * On disk when it resolves, before the stage changes: a crash in between leaves a draft that
 * nobody could write yet, and the next start replaces it. Throws `outline-empty`.
 */
export async function seedDraft(hub: Hub, outline: Logged, session: Session): Promise<void> {
  const text = plain(canonical(loggedText(outline)))
  if (isBlank(text)) throw new Refusal('outline-empty')
  await hub.use(session.documents.draft, (room) => fill(room, text))
}
