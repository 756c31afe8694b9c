// On the leader's desk: who speaks and for how long, who asks, one press to call and one to go there.
import type { SessionView } from '../../../shared/events'
import { speakingOf, waitingOf } from '../../../shared/facts/meeting'
import { can } from '../../../shared/rights'
import type { Standing } from '../../../shared/roles'
import { useSpeaking } from '../../pieces/meeting/use-speaking'
import { useNow } from '../../pieces/now'
import { usePeople } from '../../pieces/people-names'
import { useWords } from '../../pieces/words/words'
import type { Seat } from './use-place'
import type { useScreen } from './use-screen'

const minutesOffered = [2, 3, 5, 7, 10, 15]

interface LeadSpeakingProps {
  session: SessionView
  who: Standing
  seat: Seat
  screens: ReturnType<typeof useScreen>
}

export function LeadSpeaking({ session, who, seat, screens }: LeadSpeakingProps) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const now = useNow(1000)
  const { isBusy, trouble, change } = useSpeaking(session.id)
  const where = { stage: session.stage, windows: session.windows, now: 0 }
  const mayCall = can('lead', who, where) === true
  const speaking = speakingOf(session.meeting)
  const waiting = waitingOf(session.meeting)
  const { speakingMinutes } = session.screen
  const since = speaking?.calledAt ?? null
  const spent = since ? Math.max(0, Math.floor((now - Date.parse(since)) / 1000)) : 0
  const isOver = speakingMinutes !== null && spent > speakingMinutes * 60
  const there = (paragraph: number | null) =>
    paragraph !== null && (
      <button type="button" disabled={!seat.leads} onClick={() => seat.toParagraph(paragraph)}>
        {t('screen.toParagraph', { number: paragraph })}
      </button>
    )
  return (
    <section className="lead-card lead-speaking" aria-labelledby="lead-speaking">
      <header>
        <h2 id="lead-speaking">{t('room.speaking')}</h2>
        {seat.leads && (
          <select
            aria-label={t('screen.speakingTime')}
            value={speakingMinutes ?? ''}
            onChange={({ target }) =>
              void screens.set({ speakingMinutes: Number(target.value) || null })
            }
          >
            <option value="">{t('screen.noLimit')}</option>
            {minutesOffered.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t('screen.limit', { minutes })}
              </option>
            ))}
          </select>
        )}
      </header>
      {speaking && since && (
        <div className="lead-speaker">
          <p>
            <b>{nameOf(speaking.username)}</b>{' '}
            <span className={isOver ? 'lead-over' : 'lead-soft'}>
              {t('screen.since', { time: dateTime(since).slice(-5) })} · {Math.floor(spent / 60)}:
              {String(spent % 60).padStart(2, '0')}
            </span>
          </p>
          {there(speaking.paragraph)}
          {mayCall && (
            <button
              type="button"
              disabled={isBusy}
              onClick={() => void change(speaking.id, 'ended')}
            >
              {t('room.end')}
            </button>
          )}
        </div>
      )}
      {waiting.length === 0 && <p className="lead-soft">{t('room.nobodyWaits')}</p>}
      <ol className="lead-waiting">
        {waiting.map(({ id, username, paragraph }) => (
          <li key={id}>
            <span>{nameOf(username)}</span>
            {there(paragraph)}
            {mayCall && (
              <button
                type="button"
                className="lead-call"
                disabled={isBusy}
                aria-label={t('room.call', { name: nameOf(username) })}
                onClick={() => void change(id, 'called')}
              >
                {t('room.callShort')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {trouble && (
        <p className="lead-over" role="alert">
          {trouble}
        </p>
      )}
    </section>
  )
}
