// The programme: what is under way and for how long; whoever leads goes on to the next item.
import { useState } from 'react'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import type { ProgrammeItem } from '../../../shared/records/meeting'
import type { Act, Decision } from '../../../shared/rights'
import { leastMinutes, sumOfMinutes } from '../../../shared/usual-programme'
import { api, call } from '../../api'
import { useMe } from '../me'
import { useNow } from '../now'
import { usePeople } from '../people-names'
import { OpenTasks, reviewItem } from '../tasks/open-tasks'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import { ProgrammeDialog } from './programme-dialog'
import '../meeting/room-card.css'
import './programme.css'
import { usePapers } from './use-papers'

interface CardProps {
  session: SessionView
  right: (act: Act) => Decision
  onSession: (session: SessionView) => void
}

const tones = { inform: 'plain', discuss: 'blue', decide: 'gold' } as const

export function ProgrammeCard({ session, right, onSession }: CardProps) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { isBusy, trouble, send } = useSending()
  const [isEditing, setEditing] = useState(false)
  const { programme, running } = session.meeting
  const papers = usePapers(session)
  // A guest reads frozen versions only.
  const readsLive = right('readPapers') === true
  const named = (item: ProgrammeItem) =>
    papers.filter(
      ({ id, kind }) =>
        (readsLive || kind === 'version') && item.papers?.some((one) => one.id === id),
    )
  const sum = sumOfMinutes(programme)
  const least = leastMinutes(useMe().cell.ruleSet, session.isCombined)
  const leads = right('lead') === true
  const mayPlan = right('planSessions') === true
  const review = reviewItem(programme)
  const at = programme.findIndex(({ id }) => id === running?.item)
  const next = programme[at + 1]
  const run = (item: string | null) =>
    send(async () => {
      const param = { id: session.id }
      onSession(await call(api.sessions[':id'].running.$put({ param, json: { item } })))
    })

  return (
    <section className="room-card room-programme" aria-labelledby="room-programme">
      <header className="room-card-head">
        <h2 id="room-programme">{t('room.programme')}</h2>
        {programme.length > 0 && (
          <span className="room-soft">{t('room.programmeSum', { minutes: sum })}</span>
        )}
        {mayPlan && (
          <Button variant="quiet" onClick={() => setEditing(true)}>
            {t(programme.length === 0 ? 'room.programmePlan' : 'room.programmeEdit')}
          </Button>
        )}
      </header>
      {mayPlan && programme.length > 0 && sum < least && (
        <p className="programme-short">{t('before.programmeShort', { minutes: sum, least })}</p>
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
      {leads && programme.length > 0 && (
        <div className="room-acts">
          {next && (
            <Button variant="primary" busy={isBusy} onClick={() => void run(next.id)}>
              {t(at < 0 ? 'room.begin' : 'room.next')}
            </Button>
          )}
          {running && <Button onClick={() => void run(null)}>{t('room.stop')}</Button>}
        </div>
      )}
      {programme.length === 0 && <p className="room-soft">{t('room.programmeEmpty')}</p>}
      {review === null && <OpenTasks session={session} isWanted={readsLive} />}
      <ol className="room-items">
        {programme.map((item, index) => (
          <li
            key={item.id}
            className={index < at ? 'is-done' : ''}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className="room-item-number">{index + 1}</span>
            <div>
              <p className="room-item-title">{item.title}</p>
              <p className="room-soft">
                <Badge tone={tones[item.kind]}>{t(`room.${item.kind}`)}</Badge>{' '}
                {item.person && <>{nameOf(item.person)} · </>}
                {t('room.minutes', { minutes: item.minutes })}
              </p>
              {named(item).length > 0 && (
                <p className="programme-item-papers">
                  {named(item).map(({ id, name, href }) => (
                    <Link key={id} href={href}>
                      {name}
                    </Link>
                  ))}
                </p>
              )}
              {item.id === review && <OpenTasks session={session} isWanted={readsLive} />}
              {index === at && running && <Elapsed since={running.since} item={item} />}
            </div>
            {leads && index !== at && (
              <Button variant="quiet" className="room-run" onClick={() => void run(item.id)}>
                {t('room.run')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isEditing && (
        <ProgrammeDialog
          session={session}
          onClose={() => setEditing(false)}
          onSession={onSession}
        />
      )}
    </section>
  )
}

/** How long an item has taken of its time. */
export function Elapsed({ since, item }: { since: string; item: ProgrammeItem }) {
  const { t } = useWords()
  const minutes = Math.max(0, Math.floor((useNow(5000) - Date.parse(since)) / 60_000))
  const over = minutes - item.minutes
  return (
    <p className={over > 0 ? 'room-elapsed is-over' : 'room-elapsed'}>
      <span className="room-elapsed-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (minutes / item.minutes) * 100)}%` }} />
      </span>
      {t('room.elapsed', { minutes, planned: item.minutes })}
      {over > 0 && <> · {t('room.elapsedOver', { minutes: over })}</>}
    </p>
  )
}
