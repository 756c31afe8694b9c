// On the leader's desk: the item under way and its time, and one press to the next.
import type { SessionView } from '../../../shared/events'
import { can } from '../../../shared/rights'
import type { Standing } from '../../../shared/roles'
import { api, call } from '../../api'
import { useNow } from '../../pieces/now'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

export function LeadProgramme({ session, who }: { session: SessionView; who: Standing }) {
  const { t } = useWords()
  const now = useNow(5000)
  const { isBusy, trouble, send } = useSending()
  const { programme, running } = session.meeting
  const where = { stage: session.stage, windows: session.windows, now: 0 }
  const at = programme.findIndex(({ id }) => id === running?.item)
  const [item, next] = [programme[at], programme[at + 1]]
  const spent = running ? Math.max(0, Math.floor((now - Date.parse(running.since)) / 60_000)) : 0
  const run = (id: string) =>
    send(async () => {
      await call(
        api.sessions[':id'].running.$put({ param: { id: session.id }, json: { item: id } }),
      )
    })
  const mayGoOn = next !== undefined && can('lead', who, where) === true
  if (!item && !mayGoOn && !trouble) return null
  return (
    <section className="lead-card lead-programme" aria-label={t('room.programme')}>
      {item && (
        <p>
          <b>
            {at + 1}. {item.title}
          </b>{' '}
          <span className={spent > item.minutes ? 'lead-over' : 'lead-soft'}>
            {t('room.elapsed', { minutes: spent, planned: item.minutes })}
          </span>
        </p>
      )}
      {mayGoOn && (
        <button type="button" disabled={isBusy} onClick={() => void run(next.id)}>
          {t('screen.nextItem', { title: next.title })}
        </button>
      )}
      {trouble && <p className="lead-over">{trouble}</p>}
    </section>
  )
}
