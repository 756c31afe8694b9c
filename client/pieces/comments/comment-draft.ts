// The comment being written on one paper or version: one for the panel, the toolbar and the bubble.
import { useCallback, useSyncExternalStore } from 'react'
import type { Thread } from '../../../shared/records/thread'
import { keep, readKept, subscribeKept } from './kept-text'

/** The words a new comment is about; positions as the API takes them. */
export interface Anchor {
  readonly from: Thread['from']
  readonly to: Thread['to']
  readonly quote: string
}

export interface CommentDraft {
  readonly isOpen: boolean
  /** `null`: about the whole paper. */
  readonly anchor: Anchor | null
  /** The words changed meanwhile: they must be selected again. */
  readonly isLost: boolean
  readonly kind: Thread['kind']
  readonly body: string
  readonly replacement: string | null
}

export const emptyDraft: CommentDraft = {
  isOpen: false,
  anchor: null,
  isLost: false,
  kind: 'remark',
  body: '',
  replacement: null,
}

const drafts = new Map<string, CommentDraft>()

function draftOf(place: string): CommentDraft {
  const known = drafts.get(place)
  if (known) return known
  const kept = readKept(`comment.${place}`)
  const draft = kept ? { ...emptyDraft, ...(JSON.parse(kept) as CommentDraft) } : emptyDraft
  drafts.set(place, draft)
  return draft
}

function setDraft(place: string, draft: CommentDraft): void {
  drafts.set(place, draft)
  keep(`comment.${place}`, draft === emptyDraft ? null : JSON.stringify(draft))
}

export const hasWords = ({ body, replacement }: CommentDraft): boolean =>
  body.trim() !== '' || replacement !== null

export interface DraftInHand {
  readonly draft: CommentDraft
  readonly change: (change: Partial<CommentDraft>) => void
  /** Opens at these words; a draft with words in it keeps them, and its own place without new ones. */
  readonly start: (anchor: Anchor | null) => void
  readonly clear: () => void
}

/** `place`: the id of the document or of the version. */
export function useDraft(place: string): DraftInHand {
  const draft = useSyncExternalStore(subscribeKept, () => draftOf(place))
  const change = useCallback(
    (part: Partial<CommentDraft>) => setDraft(place, { ...draftOf(place), ...part }),
    [place],
  )
  const start = useCallback(
    (anchor: Anchor | null) => {
      const current = draftOf(place)
      const keepsPlace = anchor === null && hasWords(current)
      setDraft(place, {
        ...current,
        isOpen: true,
        ...(!keepsPlace && { anchor, isLost: false }),
      })
    },
    [place],
  )
  const clear = useCallback(() => setDraft(place, emptyDraft), [place])
  return { draft, change, start, clear }
}
