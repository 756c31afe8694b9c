// Begins a comment at the words selected in the live paper: for the toolbar, the keys and the bubble.
import type { Editor } from '@tiptap/core'
import { useCallback } from 'react'
import { type DraftInHand, useDraft } from './comment-draft'
import { anchorOfSelection } from './live-anchor'

export interface LiveDraft extends DraftInHand {
  /** Without selected words the comment is about the whole paper. */
  startComment: () => void
}

export function useCommentDraft(editor: Editor | null, documentId: string): LiveDraft {
  const inHand = useDraft(documentId)
  const { start } = inHand
  const startComment = useCallback(
    () => start(editor && !editor.isDestroyed ? anchorOfSelection(editor) : null),
    [editor, start],
  )
  return { ...inHand, startComment }
}
