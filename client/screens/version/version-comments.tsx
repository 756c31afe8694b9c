// Comments on a frozen version: selected words become ProseMirror positions.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import type { ThreadView } from '../../../shared/records/thread'
import { can } from '../../../shared/rights'
import { api, call } from '../../api'
import { useChosenWords } from '../../pieces/comments/chosen-words'
import { CommentComposer, type NewComment } from '../../pieces/comments/comment-composer'
import { useDraft } from '../../pieces/comments/comment-draft'
import { PresenterDesk } from '../../pieces/comments/desk'
import { commentGate } from '../../pieces/comments/gate'
import { ParagraphButton } from '../../pieces/comments/paragraph-button'
import { SelectionBubble } from '../../pieces/comments/selection-bubble'
import { StartComment } from '../../pieces/comments/start-comment'
import { ThreadMargin } from '../../pieces/comments/thread-margin'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { useNow } from '../../pieces/now'
import { Trouble } from '../../pieces/trouble'
import { Waiting } from '../../pieces/ui/waiting'
import {
  renderedRange,
  selectedWords,
  wordsOfParagraph,
} from '../../pieces/version-text/selected-words'
import '../../pieces/comments/comments.css'
import '../../pieces/comments/thread-card.css'

interface VersionCommentsProps {
  versionId: string
  session: SessionView
  content: PaperNode
  /** The rendered text. */
  root: HTMLElement | null
  threads: readonly ThreadView[] | undefined
  error: unknown
  focused: string | null
  onFocus: (thread: string | null) => void
  onThread: (thread: ThreadView) => void
  retry: () => void
  /** A comment was begun at selected words: show the comments where they are not in sight. */
  onCompose: () => void
}

export function VersionComments(props: VersionCommentsProps) {
  const { versionId, session, content, root, threads, focused, onFocus, onThread } = props
  const { person } = useMe()
  const now = useNow(10_000)
  const inHand = useDraft(versionId)
  const { draft, start } = inHand
  const { anchor } = draft
  const standing = standingIn(session, person)
  const gate = commentGate('version', session, standing, now)
  const where = { stage: session.stage, windows: session.windows, now }
  const mayAnswer = can('answer', standing, where) === true
  const order = useCallback(() => inTextOrder(threads ?? []), [threads])

  const selected = useCallback(() => root && selectedWords(root, content), [root, content])
  const chosen = useCallback(() => {
    if (!root || typeof anchor?.from !== 'number' || typeof anchor.to !== 'number') return null
    return renderedRange(root, anchor.from, anchor.to)
  }, [root, anchor])
  const text = useMemo(
    () =>
      root && {
        root,
        composerTop: () => chosen()?.getBoundingClientRect().top ?? null,
        focus: () => {
          root.tabIndex = -1
          root.focus({ preventScroll: true })
        },
      },
    [root, chosen],
  )
  useChosenWords(chosen, draft.isOpen)

  const send = (json: NewComment) =>
    call<ThreadView>(api.versions[':id'].threads.$post({ param: { id: versionId }, json }))
  if (!threads) {
    return props.error ? <Trouble error={props.error} retry={props.retry} /> : <Waiting />
  }
  return (
    <div className="comments">
      {gate.isOpen && (
        <>
          <SelectionBubble
            root={root}
            onStart={() => {
              start(selected())
              props.onCompose()
            }}
          />
          <ParagraphButton
            root={root}
            onStart={(paragraph) => {
              start(wordsOfParagraph(paragraph, content))
              props.onCompose()
            }}
          />
        </>
      )}
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
          focused={focused}
          onFocus={onFocus}
          onThread={onThread}
          composer={
            draft.isOpen && (
              <CommentComposer
                gate={gate}
                inHand={inHand}
                selected={selected}
                send={send}
                onSent={(thread) => {
                  onThread(thread)
                  onFocus(thread.id)
                }}
              />
            )
          }
        >
          <StartComment gate={gate} inHand={inHand} onStart={() => start(selected())} />
        </ThreadMargin>
      </PresenterDesk>
    </div>
  )
}

const inTextOrder = (threads: readonly ThreadView[]): string[] =>
  threads
    .filter(({ from }) => typeof from === 'number')
    .sort((a, b) => Number(a.from) - Number(b.from))
    .map(({ id }) => id)

/** The words that threads stand on, for the text to show. */
export function useHighlights(threads: readonly ThreadView[] | undefined, focused: string | null) {
  return useMemo(
    () =>
      (threads ?? []).flatMap(({ id, from, to, state }) =>
        typeof from === 'number' && typeof to === 'number' && state !== 'withdrawn'
          ? [{ thread: id, from, to, isFocused: id === focused, isAnswered: state === 'answered' }]
          : [],
      ),
    [threads, focused],
  )
}

/** A click on marked words takes their thread in hand. */
export function useThreadClicks(root: HTMLElement | null, onFocus: (thread: string) => void) {
  const [pick] = useState(() => ({ onFocus }))
  pick.onFocus = onFocus
  useEffect(() => {
    if (!root) return
    const clicked = ({ target }: MouseEvent) => {
      const words = target instanceof Element ? target.closest<HTMLElement>('[data-thread]') : null
      if (words?.dataset.thread) pick.onFocus(words.dataset.thread)
    }
    root.addEventListener('click', clicked)
    return () => root.removeEventListener('click', clicked)
  }, [root, pick])
}
