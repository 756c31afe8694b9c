// The card in which a new comment is written, beside the words it is about.
import { useEffect, useRef, useState } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { Refused } from '../../api'
import { useTroubleText } from '../trouble'
import { Button } from '../ui/button'
import { Held } from '../ui/held'
import { Notice } from '../ui/notice'
import { useWords } from '../words/words'
import { type Anchor, type DraftInHand, hasWords } from './comment-draft'
import { CommentForm } from './comment-form'
import type { Gate } from './gate'
import { ClosedMeanwhile } from './gate-notice'

/** The card has come to its place in the margin. */
const settledMs = 250

const isBeside = (card: HTMLElement | null) => Boolean(card?.closest('.is-margin'))

/** Beside the text its buttons; in a sheet its beginning: there the buttons never leave the sight. */
function bringIntoSight(card: HTMLElement): void {
  if (isBeside(card)) card.querySelector('.comment-buttons')?.scrollIntoView({ block: 'nearest' })
  else card.parentElement?.scrollIntoView({ block: 'start' })
}

/** The body of `POST …/threads`. */
export interface NewComment extends Partial<Anchor> {
  kind: ThreadView['kind']
  body: string
  replacement?: string
}

interface CommentComposerProps {
  gate: Gate
  /** Where the window can be made longer; only for those who may. */
  onExtend?: (() => void) | null
  inHand: DraftInHand
  /** The words selected in the text now. */
  selected: () => Anchor | null
  send: (comment: NewComment) => Promise<ThreadView>
  onSent: (thread: ThreadView) => void
}

export function CommentComposer(props: CommentComposerProps) {
  const { gate, onExtend = null, inHand, selected, send, onSent } = props
  const { t } = useWords()
  const say = useTroubleText()
  const { draft, change, clear } = inHand
  const card = useRef<HTMLElement>(null)
  const isPlaced = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { anchor, isLost } = draft
  const quote = anchor?.quote ?? ''

  // The words are chosen; what comes next is typing.
  useEffect(() => {
    const place = anchor?.quote
    if (place === undefined && !card.current) return
    card.current?.querySelector<HTMLElement>('textarea')?.focus({ preventScroll: true })
  }, [anchor?.quote])

  // The button that sends stays in sight as the card grows.
  const isSuggesting = draft.replacement !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these moves or grows the card
  useEffect(() => {
    let timer = 0
    const settle = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => {
        // Not away from under a hand.
        if (card.current?.matches(':active')) settle()
        else if (card.current) bringIntoSight(card.current)
      }, settledMs)
    }
    // A new card has its place already: it moves before anybody aims at it.
    if (!isPlaced.current && card.current) bringIntoSight(card.current)
    // In a sheet the cards above it may still grow to their heights.
    if (isPlaced.current || !isBeside(card.current)) settle()
    isPlaced.current = true
    // A phone's keyboard came or went.
    window.visualViewport?.addEventListener('resize', settle)
    return () => {
      window.clearTimeout(timer)
      window.visualViewport?.removeEventListener('resize', settle)
    }
  }, [isSuggesting, isLost, quote])

  const post = async () => {
    const body = draft.body.trim()
    if (body === '' || isBusy || !gate.isOpen) return
    setBusy(true)
    setTrouble(null)
    const { kind, replacement } = draft
    const isSuggestion = anchor !== null && replacement !== null && replacement !== quote
    try {
      const thread = await send({
        ...anchor,
        kind,
        body,
        ...(isSuggestion && { replacement: replacement.trim() }),
      })
      clear()
      onSent(thread)
    } catch (error) {
      setBusy(false)
      if (error instanceof Refused && error.code === 'quote-mismatch') change({ isLost: true })
      else setTrouble(say(error))
    }
  }
  const anchorAgain = () => {
    const next = selected()
    if (!next) return setTrouble(t('comments.nothingSelected'))
    setTrouble(null)
    change({ anchor: next, isLost: false })
  }
  const cancel = () => (hasWords(draft) ? change({ isOpen: false }) : clear())

  return (
    <section
      ref={card}
      className="comment-card is-focused comment-composer"
      aria-label={t('comments.newComment')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        cancel()
      }}
    >
      {anchor ? (
        <blockquote className={`comment-quote ${isLost ? 'is-lost' : ''}`} title={quote}>
          {quote}
        </blockquote>
      ) : (
        <p className="comment-whole-label">{t('comments.startWhole')}</p>
      )}
      {isLost && (
        <Notice tone="gold">
          <p>{t('comments.reanchorNeeded')}</p>
          <Button onMouseDown={(event) => event.preventDefault()} onClick={anchorAgain}>
            {t('comments.reanchor')}
          </Button>
        </Notice>
      )}
      <Held value={isBusy}>
        <CommentForm words={draft} quote={quote} onChange={change} onSend={() => void post()} />
      </Held>
      {!gate.isOpen && <ClosedMeanwhile gate={gate} onExtend={onExtend} />}
      {gate.isOpen && trouble && (
        <Notice tone="red" role="alert">
          {trouble}
        </Notice>
      )}
      <div className="comment-buttons">
        <Button
          variant="primary"
          busy={isBusy}
          disabled={draft.body.trim() === '' || isLost || !gate.isOpen}
          title={t('comments.sendHint')}
          onClick={() => void post()}
        >
          {t('comments.send')}
        </Button>
        <Button onClick={cancel}>{t('common.cancel')}</Button>
      </div>
    </section>
  )
}
