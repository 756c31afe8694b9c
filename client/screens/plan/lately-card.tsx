// Beside the plan: what has happened lately.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { usePeople } from '../../pieces/people-names'
import { useWords } from '../../pieces/words/words'
import { agoSaying } from './due'
import { lately } from './lately'
import './plan-cards.css'

const shown = 4

export function LatelyCard({ sessions, now }: { sessions: readonly SessionView[]; now: number }) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const happened = lately(sessions, shown)
  if (happened.length === 0) return null
  return (
    <section className="plan-card plan-lately" aria-labelledby="plan-lately">
      <h2 id="plan-lately" className="plan-card-title">
        {t('plan.lately')}
      </h2>
      <ul className="plan-happened">
        {happened.map(({ session, act, by, at, version }) => {
          const ago = agoSaying(at, now)
          return (
            <li key={`${session.id} ${act} ${at}`}>
              <p>
                <b>{nameOf(by)}</b> {t(`plan.did-${act}`, { version: version ?? '' })}
              </p>
              <p className="plan-task-topic">
                <Link href={`/sessions/${session.id}`}>
                  {t('plan.inTopic', { number: session.number })}
                </Link>{' '}
                · {ago ? t(ago.key, ago.values) : dateTime(at)}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
