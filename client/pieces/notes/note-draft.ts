// The note being written on one paper or version: it survives a closed panel and a reload of the tab.
import { useCallback, useSyncExternalStore } from 'react'
import type { Note } from '../../../shared/records/note'
import type { Anchor } from '../comments/comment-draft'
import { keep, readKept, subscribeKept } from '../comments/kept-text'

export interface NoteDraft {
  readonly isOpen: boolean
  /** `null`: about the whole paper. */
  readonly anchor: Anchor | null
  readonly kind: Note['kind']
  readonly body: string
}

const empty: NoteDraft = { isOpen: false, anchor: null, kind: 'note', body: '' }
const drafts = new Map<string, NoteDraft>()

function draftOf(place: string): NoteDraft {
  const known = drafts.get(place)
  if (known) return known
  const kept = readKept(`note.${place}`)
  const draft = kept ? { ...empty, ...(JSON.parse(kept) as NoteDraft) } : empty
  drafts.set(place, draft)
  return draft
}

function setDraft(place: string, draft: NoteDraft): void {
  drafts.set(place, draft)
  keep(`note.${place}`, draft === empty ? null : JSON.stringify(draft))
}

export interface NoteInHand {
  readonly draft: NoteDraft
  readonly change: (change: Partial<NoteDraft>) => void
  /** Opens at these words; without any a draft with words in it keeps its place. */
  readonly start: (anchor: Anchor | null) => void
  readonly clear: () => void
}

/** `place`: the id of the document or of the version. */
export function useNoteDraft(place: string): NoteInHand {
  const draft = useSyncExternalStore(subscribeKept, () => draftOf(place))
  const change = useCallback(
    (part: Partial<NoteDraft>) => setDraft(place, { ...draftOf(place), ...part }),
    [place],
  )
  const start = useCallback(
    (anchor: Anchor | null) => {
      const current = draftOf(place)
      const keepsPlace = anchor === null && current.body.trim() !== ''
      setDraft(place, { ...current, isOpen: true, ...(!keepsPlace && { anchor }) })
    },
    [place],
  )
  const clear = useCallback(() => setDraft(place, empty), [place])
  return { draft, change, start, clear }
}
