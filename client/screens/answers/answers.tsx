// The table of comments and their answers: rounds, tally, filters, rows, contributions, Word and PDF.
import { useEffect, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { SessionView } from '../../../shared/events'
import type { AnswersTable } from '../../../shared/papers/answers-schema'
import { tableOf } from '../../../shared/papers/answers-table'
import { groupRows } from '../../../shared/papers/answers-words'
import { canReadLive } from '../../../shared/rights'
import { AccountMenu } from '../../pieces/account-menu'
import { useSession } from '../../pieces/live/session-live'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { Icon } from '../../pieces/ui/icon'
import { LinkButton } from '../../pieces/ui/link-button'
import { Segmented } from '../../pieces/ui/segmented'
import { Tabs } from '../../pieces/ui/tabs'
import { TopBar } from '../../pieces/ui/top-bar'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { AnswersFiles } from './answers-files'
import { AnswersRows } from './answers-rows'
import { Contributions } from './contributions'
import {
  type Filter,
  filtered,
  filters,
  firstRound,
  isOfRound,
  type RoundKey,
  roundsOf,
} from './rounds'
import { Tally } from './tally'
import { useAnswers } from './use-answers'
import './answers.css'
import './answers-table.css'
import './answers-print.css'

/** Round and filter are in the address: a reload, the way back and a link keep them. */
function useChoice(rounds: readonly RoundKey[], first: RoundKey) {
  const [query, setQuery] = useSearchParams()
  const round = rounds.find((one) => one === query.get('round')) ?? first
  const filter = filters.find((one) => one === query.get('show')) ?? 'all'
  const choose = (name: string, value: string) =>
    setQuery(
      (before) => {
        before.set(name, value)
        return before
      },
      { replace: true },
    )
  return {
    round,
    filter,
    setRound: (value: RoundKey) => choose('round', value),
    setFilter: (value: Filter) => choose('show', value),
  }
}

export function Answers({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { person } = useMe()
  const { session, error: sessionError, refresh } = useSession(sessionId)
  const { table, error, retry } = useAnswers(sessionId)
  usePageTitle(session ? `${t('answers.shortTitle')} · ${session.topic}` : undefined)
  const readsLive =
    session !== undefined &&
    canReadLive(standingIn(session, person), {
      stage: session.stage,
      windows: session.windows,
      now: Date.now(),
    })
  const again = () => {
    void refresh()
    retry()
  }
  const trouble = (!session && sessionError) || (!table && error)
  return (
    <>
      <TopBar
        left={
          <LinkButton variant="quiet" href={readsLive ? `/sessions/${sessionId}` : '/'}>
            <Icon name="chevron-left" />
            {t(readsLive ? 'answers.toSession' : 'common.backToPlan')}
          </LinkButton>
        }
        right={<AccountMenu />}
      />
      <main className="answers">
        {trouble ? (
          <Trouble error={trouble} retry={again} />
        ) : session && table ? (
          <Table session={session} table={table} readsLive={readsLive} />
        ) : (
          <Waiting />
        )}
      </main>
    </>
  )
}

interface TableProps {
  session: SessionView
  table: AnswersTable
  readsLive: boolean
}

function Table({ session, table, readsLive }: TableProps) {
  const { t } = useWords()
  const rounds = roundsOf(session, readsLive)
  const choice = useChoice(rounds, firstRound(session, readsLive))
  const { round, filter } = choice
  useEffect(() => {
    // On a phone the rounds are wider than the screen; the chosen one is in sight.
    const chosen = document.querySelector('.answers [role="tab"][data-state="active"]')
    if (round) chosen?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [round])
  const nameOf = (key: RoundKey) => {
    if (key === 'all') return t('answers.wholeSession')
    if (key === 'outline' || key === 'draft') return t(`paper.${key}`)
    return t('answers.version', { number: key.slice(1) })
  }
  const shown = useMemo(
    () => tableOf(table.rows.filter((row) => isOfRound(row, round))),
    [table, round],
  )
  const groups = useMemo(() => filtered(groupRows(shown.rows, t), filter), [shown, filter, t])
  return (
    <>
      <header className="answers-head">
        <div>
          <h1>{t('answers.title')}</h1>
          <p className="answers-topic">
            {session.topic}
            <span className="answers-printed"> · {nameOf(round)}</span>
          </p>
        </div>
        {shown.rows.length > 0 && <AnswersFiles session={session} round={round} />}
      </header>
      <Tabs
        label={t('answers.round')}
        value={round}
        onChange={choice.setRound}
        tabs={rounds.map((key) => ({
          value: key,
          label: `${nameOf(key)} (${table.rows.filter((row) => isOfRound(row, key)).length})`,
        }))}
      >
        {shown.rows.length === 0 ? (
          <div className="answers-empty">
            <p>{t('answers.empty')}</p>
            <p className="answers-hint">{t('answers.emptyHint')}</p>
          </div>
        ) : (
          <>
            <div className="answers-over">
              <Tally totals={shown.totals} />
              <Filters filter={filter} onChange={choice.setFilter} />
            </div>
            {groups.length === 0 ? (
              <p className="answers-empty">
                {t(filter === 'open' ? 'answers.emptyOpen' : 'answers.emptyAnswered')}
              </p>
            ) : (
              <AnswersRows sessionId={session.id} groups={groups} />
            )}
            <Contributions contributions={shown.contributions} />
          </>
        )}
      </Tabs>
    </>
  )
}

const filterWords = {
  all: 'answers.all',
  open: 'answers.open',
  answered: 'answers.answered',
} as const

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { t } = useWords()
  return (
    <Segmented
      className="answers-filters"
      label={t('answers.filter')}
      options={filters.map((value) => ({ value, words: t(filterWords[value]) }))}
      value={filter}
      onChange={onChange}
    />
  )
}
