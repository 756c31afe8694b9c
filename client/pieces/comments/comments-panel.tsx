// The comments of a live paper, beside their words.
import type { Editor } from '@tiptap/core'
import { memo, useCallback, useMemo } from 'react'
import type { SessionView } from '../../../shared/events'
import type { ThreadView } from '../../../shared/records/thread'
import { can, type Round } from '../../../shared/rights'
import { api, call } from '../../api'
import { standingIn } from '../live/standing'
import { useMe } from '../me'
import { useNow } from '../now'
import { threadPositions } from '../paper/marked-words'
import { Trouble } from '../trouble'
import { Waiting } from '../ui/waiting'
import { useChosenWords } from './chosen-words'
import { CommentComposer, type NewComment } from './comment-composer'
import { PresenterDesk } from './desk'
import { commentGate } from './gate'
import { anchorOfParagraph, anchorOfSelection, rangeOfAnchor } from './live-anchor'
import { ParagraphButton } from './paragraph-button'
import { SelectionBubble } from './selection-bubble'
import { StartComment } from './start-comment'
import { SuggestionsSwitch } from './suggestions-switch'
import { useLinkedThread } from './thread-link'
import { ThreadMargin } from './thread-margin'
import { useCommentDraft } from './use-comment-draft'
import { useThreads } from './use-threads'
import './comments.css'
import './thread-card.css'

interface CommentsPanelProps {
  /** Bound to the live paper; `null` while it opens. */
  editor: Editor | null
  session: SessionView
  documentId: string
  ground: Round
  focusedThread: string | null
  onFocus: (thread: string | null) => void
  /** A comment was begun at selected words: show the panel where it is not in sight. */
  onCompose?: () => void
  /** Opens what can make the window longer, for those who may. */
  onExtend?: (() => void) | null
}

const nothing = () => undefined

/** The page around it is drawn anew at every key, for the mark that says what is saved. */
export const CommentsPanel = memo(function CommentsPanel({
  editor,
  session,
  documentId,
  ground,
  focusedThread,
  onFocus,
  onCompose = nothing,
  onExtend = null,
}: CommentsPanelProps) {
  const { person } = useMe()
  const now = useNow(10_000)
  const { threads, error, merge, retry } = useThreads('document', documentId, session.id)
  useLinkedThread(threads, onFocus)
  const inHand = useCommentDraft(editor, documentId)
  const { draft, startComment } = inHand
  const { anchor } = draft
  const gate = commentGate(ground, session, standingIn(session, person), now)
  const root = editor && !editor.isDestroyed ? editor.view.dom : null

  const text = useMemo(
    () =>
      editor && {
        root: editor.view.dom,
        composerTop: () => {
          const range = anchor && rangeOfAnchor(editor, anchor)
          return range ? editor.view.coordsAtPos(range.from).top : null
        },
        // A text that is only read takes the keyboard by itself, not by its editor.
        focus: () =>
          editor.isEditable ? editor.view.focus() : editor.view.dom.focus({ preventScroll: true }),
      },
    [editor, anchor],
  )
  const chosen = useCallback(() => {
    const range = editor && anchor && rangeOfAnchor(editor, anchor)
    if (!range) return null
    const words = document.createRange()
    const [from, to] = [editor.view.domAtPos(range.from), editor.view.domAtPos(range.to)]
    words.setStart(from.node, from.offset)
    words.setEnd(to.node, to.offset)
    return words
  }, [editor, anchor])
  useChosenWords(chosen, draft.isOpen)

  const standing = standingIn(session, person)
  const where = { stage: session.stage, windows: session.windows, now }
  const mayAnswer = can('answer', standing, where) === true
  const selected = useCallback(() => editor && anchorOfSelection(editor), [editor])
  const order = useCallback(
    () => (editor ? [...threadPositions(editor.state.doc).keys()] : []),
    [editor],
  )
  const startParagraph = (paragraph: HTMLElement) => {
    const words = editor && anchorOfParagraph(editor, paragraph)
    if (!words) return
    inHand.start(words)
    onCompose()
  }
  const send = (json: NewComment) => postThread(documentId, json)
  return (
    <div className="comments">
      {gate.isOpen && (
        <>
          <SelectionBubble
            root={root}
            onStart={() => {
              startComment()
              onCompose()
            }}
          />
          <ParagraphButton root={root} onStart={startParagraph} />
        </>
      )}
      {threads ? (
        <PresenterDesk
          sessionId={session.id}
          threads={threads}
          mayAnswer={mayAnswer}
          order={order}
          selected={selected}
          onFocus={onFocus}
        >
          <ThreadMargin
            threads={threads}
            session={session}
            now={now}
            text={text}
            focused={focusedThread}
            onFocus={onFocus}
            onThread={merge}
            composer={
              draft.isOpen && (
                <CommentComposer
                  gate={gate}
                  onExtend={onExtend}
                  inHand={inHand}
                  selected={selected}
                  send={send}
                  onSent={(thread) => {
                    merge(thread)
                    onFocus(thread.id)
                  }}
                />
              )
            }
          >
            <StartComment gate={gate} inHand={inHand} onStart={startComment} onExtend={onExtend} />
            <SuggestionsSwitch editor={editor} threads={threads} />
          </ThreadMargin>
        </PresenterDesk>
      ) : error ? (
        <Trouble error={error} retry={retry} />
      ) : (
        <Waiting />
      )}
    </div>
  )
})

const postThread = (id: string, json: NewComment) =>
  call<ThreadView>(api.documents[':id'].threads.$post({ param: { id }, json }))
