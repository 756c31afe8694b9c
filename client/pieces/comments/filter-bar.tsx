// The head of the margin: which comments are shown, and the way from one to the next.
import { type ReactNode, useId, useState } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { usePeople } from '../people-names'
import { useWords } from '../words/words'
import {
  authorsOf,
  countWith,
  type FilterGround,
  hasMore,
  isFiltering,
  noFilter,
  type ThreadFilter,
} from './thread-filter'
import './margin-head.css'

const kinds = ['remark', 'understanding', 'proposal'] as const satisfies ThreadView['kind'][]

interface FilterBarProps {
  threads: readonly ThreadView[]
  filter: ThreadFilter
  ground: FilterGround
  titles: readonly string[]
  onFilter: (filter: ThreadFilter) => void
  /** The walker. */
  children: ReactNode
}

export function FilterBar({ threads, filter, ground, titles, onFilter, children }: FilterBarProps) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const [isWide, setWide] = useState(false)
  const more = useId()
  const count = (change: Partial<ThreadFilter>) => countWith(threads, filter, change, ground)
  const change = (part: Partial<ThreadFilter>) => onFilter({ ...filter, ...part })
  const option = (value: string, label: string, part: Partial<ThreadFilter>) => ({
    value,
    label,
    count: count(part),
  })
  const isShown = isWide || hasMore(filter)
  return (
    <div className="comment-filters">
      <fieldset className="comment-filter-row">
        <legend className="visually-hidden">{t('comments.filter')}</legend>
        <button
          type="button"
          className="comment-filter"
          aria-pressed={!isFiltering(filter)}
          onClick={() => onFilter(noFilter)}
        >
          {t('comments.all', { count: countWith(threads, noFilter, {}, ground) })}
        </button>
        <button
          type="button"
          className="comment-filter"
          aria-pressed={filter.isOpen}
          onClick={() => change({ isOpen: !filter.isOpen })}
        >
          {t('comments.open', { count: count({ isOpen: true }) })}
        </button>
        <button
          type="button"
          className="comment-filter"
          aria-pressed={filter.isMine}
          onClick={() => change({ isMine: !filter.isMine })}
        >
          {t('comments.mine', { count: count({ isMine: true }) })}
        </button>
      </fieldset>
      <div className="comment-head-row">
        {children}
        <button
          type="button"
          className="comment-filter-more"
          aria-expanded={isShown}
          aria-controls={more}
          disabled={hasMore(filter)}
          onClick={() => setWide(!isWide)}
        >
          {t('comments.filterMore')}
        </button>
      </div>
      {isShown && (
        <div id={more} className="comment-choices">
          <Choice
            label={t('comments.byPerson')}
            value={filter.author}
            options={authorsOf(threads)
              .map((author) => option(author, nameOf(author), { author }))
              .sort((a, b) => a.label.localeCompare(b.label, 'vi'))}
            onChange={(author) => change({ author })}
          />
          <Choice
            label={t('comments.byKind')}
            value={filter.kind}
            options={kinds.map((kind) => option(kind, t(`commentKind.${kind}`), { kind }))}
            onChange={(kind) => change({ kind: kinds.find((one) => one === kind) ?? null })}
          />
          <Choice
            label={t('comments.bySection')}
            value={filter.section}
            options={titles.map((section) => option(section, section, { section }))}
            onChange={(section) => change({ section })}
          />
        </div>
      )}
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string | null
  options: readonly { value: string; label: string; count: number }[]
  onChange: (value: string | null) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select
      className="comment-choice"
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || null)}
    >
      <option value="">{label}</option>
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label} ({one.count})
        </option>
      ))}
    </select>
  )
}

/** Nothing passes: what was chosen, in words, and the way out. */
export function NothingPasses({ filter, onFilter }: Pick<FilterBarProps, 'filter' | 'onFilter'>) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { isOpen, isMine, author, kind, section } = filter
  if (!isFiltering(filter)) return <p className="comment-empty">{t('comments.empty')}</p>
  const chosen = [
    isOpen && t('comments.chosenOpen'),
    isMine && t('comments.chosenMine'),
    author !== null && t('comments.chosenPerson', { name: nameOf(author) }),
    kind !== null && t('comments.chosenKind', { kind: t(`commentKind.${kind}`) }),
    section !== null && t('comments.chosenSection', { title: section }),
  ].filter((words) => words !== false)
  return (
    <p className="comment-empty" role="status">
      {t('comments.emptyChosen', { chosen: chosen.join(' · ') })}{' '}
      <button type="button" className="comment-link" onClick={() => onFilter(noFilter)}>
        {t('comments.showAll')}
      </button>
    </p>
  )
}
