// The left side of the desk: what is to be answered, by kind, the unanswered ones first at hand.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { ThreadView } from '../../../shared/records/thread'
import { ThreadCard } from '../../pieces/comments/thread-card'
import { useNow } from '../../pieces/now'
import { Button } from '../../pieces/ui/button'
import { Checkbox } from '../../pieces/ui/field'
import { useWords } from '../../pieces/words/words'
import { ItemCard, OpinionCard, type TextHand } from './answer-cards'
import { type Asked, type AskedKind, askedKinds, isOpen } from './asked'
import '../../pieces/comments/comments.css'
import '../../pieces/comments/thread-card.css'

const titles = {
  comment: 'after.reviseComments',
  opinion: 'after.reviseOpinions',
  item: 'after.reviseItems',
} as const satisfies Record<AskedKind, string>

interface ListProps {
  session: SessionView
  asked: readonly Asked[]
  mayAnswer: boolean
  focused: string | null
  text: TextHand
  onFocus: (id: string | null) => void
  onThread: (thread: ThreadView) => void
  onSaved: () => void
}

export function AskedList(props: ListProps) {
  const { asked, mayAnswer, focused, onFocus } = props
  const { t } = useWords()
  const open = asked.filter(isOpen)
  const [wantsAll, setWantsAll] = useState(false)
  const onlyOpen = !wantsAll && open.length > 0
  const shown = asked.filter((one) => !onlyOpen || isOpen(one) || one.id === focused)
  const next = () => {
    const at = open.findIndex(({ id }) => id === focused)
    const chosen = open[(at + 1) % open.length]
    if (!chosen) return
    onFocus(chosen.id)
    // After it is drawn.
    window.requestAnimationFrame(() =>
      document.getElementById(`asked-${chosen.id}`)?.scrollIntoView({ block: 'nearest' }),
    )
  }
  return (
    <>
      <div className="revise-count">
        <p role="status" className={open.length > 0 ? 'revise-left' : 'revise-done'}>
          {open.length > 0 ? t('after.reviseLeft', { count: open.length }) : t('after.reviseDone')}
        </p>
        {open.length > 0 && mayAnswer && (
          <Button variant="primary" onClick={next}>
            {t('after.reviseNext')}
          </Button>
        )}
        {open.length > 0 && (
          <Checkbox
            label={t('after.reviseOnlyOpen')}
            checked={onlyOpen}
            onChange={(event) => setWantsAll(!event.target.checked)}
          />
        )}
      </div>
      {asked.length === 0 && <p className="revise-soft">{t('after.reviseNothing')}</p>}
      {askedKinds.map((kind) => {
        const own = shown.filter((one) => one.kind === kind)
        const all = asked.filter((one) => one.kind === kind)
        if (all.length === 0) return null
        const left = all.filter(isOpen).length
        return (
          <section key={kind} className="revise-group" aria-label={t(titles[kind])}>
            <h2>
              {t(titles[kind])}{' '}
              <span className="revise-soft">
                {all.length - left}/{all.length}
              </span>
            </h2>
            {own.map((one) => (
              <div key={one.id} id={`asked-${one.id}`}>
                <Card one={one} {...props} />
              </div>
            ))}
          </section>
        )
      })}
    </>
  )
}

function Card({ one, ...props }: ListProps & { one: Asked }) {
  const { session, mayAnswer, focused, text, onFocus, onThread, onSaved } = props
  const now = useNow(30_000)
  const isFocused = focused === one.id
  const card = { mayAnswer, isFocused, text, onSaved, onFocus: () => onFocus(one.id) }
  if (one.kind === 'opinion') return <OpinionCard opinion={one.opinion} {...card} />
  if (one.kind === 'item') return <ItemCard sessionId={session.id} item={one.item} {...card} />
  return (
    <ThreadCard
      thread={one.thread}
      session={session}
      now={now}
      isFocused={isFocused}
      showsQuote
      onFocus={onFocus}
      onThread={onThread}
    />
  )
}
