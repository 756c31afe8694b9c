// The year's plan: every session by quarter, and beside it what is mine to do.
import { useMemo, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { holds } from '../../../shared/rights'
import { laterPart } from '../../pieces/later-part'
import { MainBar } from '../../pieces/main-bar'
import { useMe } from '../../pieces/me'
import { useNow } from '../../pieces/now'
import { usePageTitle } from '../../pieces/page-title'
import { usePeople } from '../../pieces/people-names'
import { Trouble } from '../../pieces/trouble'
import { Notice } from '../../pieces/ui/notice'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { LatelyCard } from './lately-card'
import { myTasks } from './my-tasks'
import { MyTasksCard } from './my-tasks-card'
import { NewsCard } from './news-card'
import { PlanEmpty } from './plan-empty'
import { PlanHead } from './plan-head'
import { QuarterGroup } from './quarter-group'
import { SessionRow } from './session-row'
import { usePlan } from './use-plan'
import { quartersHeld, quartersOf, yearSpan, yearToShow } from './year-plan'
import './plan.css'

const SessionForm = laterPart(() =>
  import('../../pieces/session-form/session-form').then((m) => m.SessionForm),
)
const MoveDialog = laterPart(() =>
  import('../../pieces/stage-bar/move-dialog').then((m) => m.MoveDialog),
)
const RulesDialog = laterPart(() => import('./rules-dialog').then((m) => m.RulesDialog))

type Doing =
  | { what: 'add'; start: { year: number; quarter: number } | undefined }
  | { what: 'rules' }
  | { what: 'edit' | 'assign'; session: SessionView }

const lookAgainMs = 30_000

export function Plan() {
  const { t } = useWords()
  const { sessions, error, refresh, loadedAt } = usePlan()
  usePageTitle(t('plan.nav'))
  return (
    <>
      <MainBar here="plan" />
      <main id="main" className="plan" tabIndex={-1}>
        {sessions ? (
          <YearPlan
            sessions={sessions}
            refresh={refresh}
            staleSince={error === undefined ? null : loadedAt}
          />
        ) : error === undefined ? (
          <Waiting />
        ) : (
          <Trouble error={error} retry={refresh} />
        )}
      </main>
    </>
  )
}

interface YearPlanProps {
  sessions: readonly SessionView[]
  refresh: () => void
  /** Set while the server cannot be reached. */
  staleSince: string | null
}

function YearPlan({ sessions, refresh, staleSince }: YearPlanProps) {
  const { t, dateTime } = useWords()
  const { person, cell } = useMe()
  const { people } = usePeople()
  const now = useNow(lookAgainMs)
  const thisYear = new Date(now).getFullYear()
  const [chosenYear, setChosenYear] = useState<number | null>(null)
  const [doing, setDoing] = useState<Doing | null>(null)
  const year = chosenYear ?? yearToShow(sessions, thisYear)
  const quarters = quartersOf(sessions, year)
  const tasks = useMemo(
    () => myTasks(sessions, person, cell.ruleSet, now),
    [sessions, person, cell.ruleSet, now],
  )
  const mayPlan = holds('planSessions', { posts: person.posts, seats: [] })
  const mayRule = holds('keepRules', { posts: person.posts, seats: [] })
  const setRules = mayRule ? () => setDoing({ what: 'rules' }) : null
  const add = (start?: { year: number; quarter: number }) => setDoing({ what: 'add', start })
  const done = () => {
    setDoing(null)
    refresh()
  }
  return (
    <>
      {staleSince && (
        <Notice tone="gold" role="status">
          {t('plan.staleSince', { at: dateTime(staleSince) })}
        </Notice>
      )}
      {sessions.length === 0 ? (
        <PlanEmpty year={year} onAdd={mayPlan ? () => add() : null} onRules={setRules} />
      ) : (
        <div className="plan-columns">
          <div className="plan-year">
            <PlanHead
              year={year}
              span={yearSpan(sessions, thisYear)}
              onYear={setChosenYear}
              held={quartersHeld(quarters)}
              onAdd={mayPlan ? () => add() : null}
              onRules={setRules}
            />
            {quarters.map((quarter) => (
              <QuarterGroup
                key={quarter.number}
                quarter={quarter}
                onAdd={mayPlan ? () => add({ year, quarter: quarter.number }) : null}
              >
                {quarter.sessions.map((session) => (
                  <SessionRow
                    key={session.id}
                    session={session}
                    now={now}
                    onEdit={() => setDoing({ what: 'edit', session })}
                    onAssign={() => setDoing({ what: 'assign', session })}
                  />
                ))}
              </QuarterGroup>
            ))}
          </div>
          <aside className="plan-aside">
            <MyTasksCard tasks={tasks} now={now} />
            <NewsCard now={now} />
            {/* A guest's list of names is too short to say who did what. */}
            {person.posts.length > 0 && <LatelyCard sessions={sessions} now={now} />}
          </aside>
        </div>
      )}
      {doing?.what === 'add' && people && (
        <SessionForm
          people={people}
          {...(doing.start && { start: doing.start })}
          onDone={(session) => {
            setChosenYear(session.year)
            done()
          }}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'edit' && people && (
        <SessionForm
          session={doing.session}
          people={people}
          onDone={done}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'rules' && <RulesDialog onClose={() => setDoing(null)} />}
      {doing?.what === 'assign' && (
        <MoveDialog
          act="assign"
          session={doing.session}
          passRequired={cell.ruleSet.passRequired}
          onChanged={refresh}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}
