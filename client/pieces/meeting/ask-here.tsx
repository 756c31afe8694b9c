// Asking to speak where one reads: about the paragraph in sight, with one press.
import type { SessionView } from '../../../shared/events'
import { speakingOf, waitingOf } from '../../../shared/facts/meeting'
import { can } from '../../../shared/rights'
import { standingIn } from '../live/standing'
import { useMe } from '../me'
import { Icon } from '../ui/icon'
import { useWords } from '../words/words'
import { useSpeaking } from './use-speaking'
import './ask-here.css'

/** `paragraph`: the one that is in sight. */
export function AskHere({
  session,
  paragraph,
}: {
  session: SessionView
  paragraph: number | null
}) {
  const { t } = useWords()
  const { person } = useMe()
  const { isBusy, trouble, ask, takeBack } = useSpeaking(session.id)
  const where = { stage: session.stage, windows: session.windows, now: 0 }
  const waiting = waitingOf(session.meeting)
  const at = waiting.findIndex(({ username }) => username === person.username)
  const own = waiting[at]
  const isSpeaking = speakingOf(session.meeting)?.username === person.username
  if (isSpeaking || can('askToSpeak', standingIn(session, person), where) !== true) return null
  return (
    <div className="ask-here" aria-live="polite">
      {own ? (
        <>
          <span>{t('screen.waitingPlace', { place: at + 1 })}</span>
          <button type="button" disabled={isBusy} onClick={() => void takeBack(own.id)}>
            {t('screen.takeBack')}
          </button>
        </>
      ) : (
        <button
          type="button"
          className="ask-here-ask"
          disabled={isBusy}
          onClick={() => void ask(paragraph)}
        >
          <Icon name="comments" />
          {paragraph === null ? t('screen.askWhole') : t('screen.askHere', { number: paragraph })}
        </button>
      )}
      {trouble && <span role="alert">{trouble}</span>}
    </div>
  )
}
