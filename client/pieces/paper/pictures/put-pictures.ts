// Puts pictures where they are meant to stand, once the server has them; others may write meanwhile.
import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror'
import type { SentPicture } from './send-picture'

export interface WantedPicture {
  readonly fetch: () => Promise<Blob>
  readonly alt: string | null
  /** In the block behind which it is meant to stand. */
  readonly at: number
}

interface PictureDoor {
  readonly send: (file: Blob) => Promise<SentPicture>
  readonly failed: (error: unknown) => void
}

interface Binding {
  readonly doc: Parameters<typeof relativePositionToAbsolutePosition>[0]
  readonly type: Parameters<typeof relativePositionToAbsolutePosition>[1]
  readonly binding: { mapping: Parameters<typeof relativePositionToAbsolutePosition>[3] }
}

/** A place that stays where it is whatever is written before it. */
function lastingPlace(view: EditorView, at: number): () => number | null {
  const { binding, type } = ySyncPluginKey.getState(view.state) as Binding
  const relative = absolutePositionToRelativePosition(at, type as never, binding.mapping as never)
  return () => {
    const now = ySyncPluginKey.getState(view.state) as Binding
    return relativePositionToAbsolutePosition(now.doc, now.type, relative, now.binding.mapping)
  }
}

/** Behind the block at a position, before it where it is empty, in the innermost node that may hold a picture. */
export function placeForPicture(doc: Node, at: number): number {
  const $at = doc.resolve(Math.min(at, doc.content.size))
  const picture = doc.type.schema.nodes.image
  for (let depth = $at.depth; depth >= 0 && picture; depth--) {
    if (depth === $at.depth && $at.parent.isTextblock) continue
    const index = depth === $at.depth ? $at.index(depth) : $at.index(depth) + 1
    if (!$at.node(depth).canReplaceWith(index, index, picture)) continue
    if (depth === $at.depth) return at
    const isBlank = $at.parent.isTextblock && $at.parent.childCount === 0
    return isBlank && depth === $at.depth - 1 ? $at.before(depth + 1) : $at.after(depth + 1)
  }
  return doc.content.size
}

/** Those for one place are put there together, in their order. Resolves when all that could be are in. */
export async function putPictures(
  view: EditorView,
  wanted: readonly WantedPicture[],
  { send, failed }: PictureDoor,
): Promise<void> {
  const places = new Map(wanted.map(({ at }) => [at, lastingPlace(view, at)]))
  const sent = new Map<number, Node[]>()
  const { nodes } = view.state.schema
  for (const { at, fetch, alt } of wanted) {
    try {
      const picture = nodes.image?.create({ ...(await send(await fetch())), alt })
      if (picture) sent.set(at, [...(sent.get(at) ?? []), picture])
    } catch (error) {
      failed(error)
    }
  }
  if (view.isDestroyed || !view.editable) return
  for (const [at, pictures] of sent) {
    const { tr, doc, selection } = view.state
    const place = placeForPicture(doc, places.get(at)?.() ?? selection.head)
    // Below the last one goes on writing.
    const below = place === doc.content.size ? [nodes.paragraph?.create() as Node] : []
    view.dispatch(tr.insert(place, [...pictures, ...below]))
  }
}
