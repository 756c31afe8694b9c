// The margin: its head, the card being written, the cards beside their words, and those without any.
import { type KeyboardEvent, memo, type ReactNode, useEffect, useMemo, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { ThreadView } from '../../../shared/records/thread'
import { useMe } from '../me'
import { usePeople } from '../people-names'
import { useWords } from '../words/words'
import { FilterBar, NothingPasses } from './filter-bar'
import { useKeyboardRoom } from './keyboard-room'
import { LazySlot } from './lazy-slot'
import { composerId, type MarginText, useMargin } from './margin'
import { noSections, sectionsIn } from './sections'
import { ThreadCard } from './thread-card'
import { noFilter, passes, type ThreadFilter } from './thread-filter'
import { groupThreads } from './thread-groups'
import { useWalk } from './use-walk'
import { Walker } from './walker'

const Card = memo(ThreadCard)

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

/** A comment may be told before its mark is in the text; after this long its words are gone already. */
const lateMs = 2000

/** The threads shown, in the order in which they stand on the page. */
function useShown({ threads, text, focused, composer }: ThreadMarginProps) {
  const { person } = useMe()
  const [filter, setFilter] = useState(noFilter)
  const [list, setList] = useState<HTMLDivElement | null>(null)
  const [order, setOrder] = useState<readonly string[] | null>(null)
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  // The titles are read when the text's structure or the choice changes: enough for a list of them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read from the page is not named
  const sections = useMemo(() => (text ? sectionsIn(text.root) : noSections), [text, order, filter])
  const ground = useMemo(
    () => ({ me: person.username, sectionOf: sections.of }),
    [person.username, sections],
  )
  const shown = useMemo(
    () =>
      threads.filter(
        (thread) =>
          thread.state !== 'withdrawn' && (thread.id === focused || passes(thread, filter, ground)),
      ),
    [threads, focused, filter, ground],
  )
  const passing = useMemo(
    () => new Set(shown.filter(({ quote }) => quote !== '').map(({ id }) => id)),
    [shown],
  )
  const margin = useMargin({ list, text, inHand: composer ? composerId : focused, passing })
  const found = margin.order
  useEffect(() => {
    setOrder(found)
    if (found) setSeen((known) => new Set([...known, ...found]))
  }, [found])
  const groups = useMemo(() => groupThreads(shown, found, seen), [shown, found, seen])
  useEffect(() => {
    const here = new Set(found)
    const late = groups.standing.flatMap(({ id }) => (here.has(id) ? [] : [id]))
    if (found === null || late.length === 0) return
    const timer = window.setTimeout(() => setSeen((s) => new Set([...s, ...late])), lateMs)
    return () => window.clearTimeout(timer)
  }, [found, groups])
  return { filter, setFilter, setList, margin, groups, ground, titles: sections.titles }
}

export function ThreadMargin(props: ThreadMarginProps) {
  const { threads, session, now, text, focused, onFocus, onThread, composer, children } = props
  const { t } = useWords()
  useKeyboardRoom()
  const { nameOf } = usePeople()
  const { filter, setFilter, setList, margin, groups, ground, titles } = useShown(props)
  const { standing, whole, detached } = groups
  const inOrder = useMemo(
    () => [...whole, ...detached, ...standing].map(({ id }) => id),
    [whole, detached, standing],
  )
  const { setPanel, step, go } = useWalk({ text, margin, inOrder, focused, onFocus })
  const near = new Set(margin.near)
  const beside = margin.isBeside ? standing.filter(({ id }) => near.has(id)) : standing
  const at = focused === null ? 0 : inOrder.indexOf(focused) + 1
  const inHand = threads.find(({ id }) => id === focused)
  const choose = (next: ThreadFilter) => {
    setFilter(next)
    // What was in hand is laid down with the choice that leaves it out.
    if (inHand && !passes(inHand, next, ground)) onFocus(null)
  }
  const slot = (thread: ThreadView, isNow: boolean, showsQuote: boolean) => (
    <LazySlot key={thread.id} id={thread.id} isNow={isNow || thread.id === focused}>
      {() => (
        <Card
          thread={thread}
          session={session}
          now={now}
          isFocused={thread.id === focused}
          showsQuote={showsQuote}
          onFocus={go}
          onThread={onThread}
        />
      )}
    </LazySlot>
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
        {members.map((thread) => slot(thread, false, isGone))}
      </details>
    )
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
    const isEscape = event.key === 'Escape' && !event.nativeEvent.isComposing
    if (!isEscape || event.defaultPrevented || !isInside || !margin.isBeside) return
    event.preventDefault()
    text?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back to the text from any card
    <div ref={setPanel} onKeyDown={pressed}>
      <FilterBar
        threads={threads}
        filter={filter}
        ground={ground}
        titles={titles}
        onFilter={choose}
      >
        <Walker at={at} count={inOrder.length} onStep={step} />
      </FilterBar>
      <p className="visually-hidden" aria-live="polite">
        {at > 0 &&
          inHand &&
          t('comments.walkAt', { at, count: inOrder.length, name: nameOf(inHand.author) })}
      </p>
      {children}
      {inOrder.length === 0 && !composer && <NothingPasses filter={filter} onFilter={choose} />}
      {group(t('comments.whole'), null, whole, false)}
      {group(t('comments.detached'), t('comments.detachedHint'), detached, true)}
      <div ref={setList} className="comment-list">
        {composer && (
          <div key={composerId} data-card={composerId} className="comment-slot">
            {composer}
          </div>
        )}
        {beside.map((thread) => slot(thread, margin.isBeside, true))}
      </div>
    </div>
  )
}
