// What stands beside a live paper: comments and notes; fetched while the text is opened.
import type { Editor } from '@tiptap/core'
import type { SessionView } from '../../../shared/events'
import type { Round } from '../../../shared/rights'
import { CommentsPanel } from '../../pieces/comments/comments-panel'
import { LookedAt } from '../../pieces/news/looked-at'
import { LiveNotes } from '../../pieces/notes/live-notes'

interface CommentsSideProps {
  editor: Editor | null
  session: SessionView
  documentId: string
  ground: Round
  focused: string | null
  onFocus: (thread: string | null) => void
  onCompose: () => void
  onExtend: (() => void) | null
}

export function CommentsSide(props: CommentsSideProps) {
  const { editor, session, documentId, ground, focused, onFocus, onCompose, onExtend } = props
  return (
    <>
      <LookedAt documentId={documentId} sessionId={session.id} />
      <LiveNotes
        editor={editor}
        session={session}
        documentId={documentId}
        ground={ground}
        onCompose={onCompose}
      />
      <CommentsPanel
        editor={editor}
        documentId={documentId}
        session={session}
        ground={ground}
        focusedThread={focused}
        onFocus={onFocus}
        onCompose={onCompose}
        onExtend={onExtend}
      />
    </>
  )
}
