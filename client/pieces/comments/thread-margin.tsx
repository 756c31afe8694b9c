// The margin: filters, the card being written, the cards beside their words, and those without any.
import { type ReactNode, useEffect, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { ThreadView } from '../../../shared/records/thread'
import { useMe } from '../me'
import { useWords } from '../words/words'
import { composerId, type MarginText, useMargin } from './margin'
import { ThreadCard } from './thread-card'
import { type Filter, filters, groupThreads, passes } from './thread-groups'

interface ThreadMarginProps {
  threads: readonly ThreadView[]
  session: SessionView
  now: number
  text: MarginText | null
  focused: string | null
  onFocus: (thread: string | null) => void
  onThread: (thread: ThreadView) => void
  /** The composer, while a comment is written. */
  composer: ReactNode
  /** Between the filters and the cards: how to begin, or why not now. */
  children: ReactNode
}

export function ThreadMargin({
  threads,
  session,
  now,
  text,
  focused,
  onFocus,
  onThread,
  composer,
  children,
}: ThreadMarginProps) {
  const { t } = useWords()
  const { person } = useMe()
  const [filter, setFilter] = useState<Filter>('all')
  const [list, setList] = useState<HTMLDivElement | null>(null)
  const found = useMargin(list, text, composer ? composerId : focused)
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (found) setSeen((known) => new Set([...known, ...found]))
  }, [found])
  const count = (one: Filter) =>
    threads.filter((thread) => passes(thread, one, person.username)).length
  const shown = threads.filter(
    (thread) => thread.id === focused || passes(thread, filter, person.username),
  )
  const { standing, whole, detached } = groupThreads(
    shown.filter(({ state }) => state !== 'withdrawn'),
    found,
    seen,
  )
  const card = (thread: ThreadView, showsQuote: boolean) => (
    <ThreadCard
      thread={thread}
      session={session}
      now={now}
      isFocused={thread.id === focused}
      showsQuote={showsQuote}
      onFocus={onFocus}
      onThread={onThread}
    />
  )
  const group = (
    title: string,
    hint: string | null,
    members: readonly ThreadView[],
    isGone: boolean,
  ) =>
    members.length > 0 && (
      <details className="comment-group" open>
        <summary>
          {title} ({members.length})
        </summary>
        {hint && <p className="comment-small">{hint}</p>}
        {members.map((thread) => (
          <div key={thread.id} className="comment-slot">
            {card(thread, isGone)}
          </div>
        ))}
      </details>
    )
  const emptyWords = { all: 'empty', open: 'emptyOpen', mine: 'emptyMine' } as const

  return (
    <>
      <fieldset className="comment-filters">
        <legend className="visually-hidden">{t('comments.filter')}</legend>
        {filters.map((one) => (
          <button
            key={one}
            type="button"
            className="comment-filter"
            aria-pressed={filter === one}
            onClick={() => setFilter(one)}
          >
            {t(`comments.${one}`, { count: count(one) })}
          </button>
        ))}
      </fieldset>
      {children}
      {shown.length === 0 && !composer && (
        <p className="comment-empty">{t(`comments.${emptyWords[filter]}`)}</p>
      )}
      {group(t('comments.whole'), null, whole, false)}
      {group(t('comments.detached'), t('comments.detachedHint'), detached, true)}
      <div ref={setList} className="comment-list">
        {composer && (
          <div key={composerId} data-card={composerId} className="comment-slot">
            {composer}
          </div>
        )}
        {standing.map((thread) => (
          <div key={thread.id} data-card={thread.id} className="comment-slot">
            {card(thread, true)}
          </div>
        ))}
      </div>
    </>
  )
}
