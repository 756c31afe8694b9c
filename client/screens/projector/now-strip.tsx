// One quiet line below the projected text: the item under way, who speaks, what is being voted on.
import type { SessionView } from '../../../shared/events'
import { speakingOf } from '../../../shared/facts/meeting'
import { choices } from '../../../shared/facts/vote'
import type { Speaker } from '../../../shared/records/meeting'
import type { VoteView } from '../../../shared/records/vote'
import { useVotes } from '../../pieces/meeting/use-votes'
import { useNow } from '../../pieces/now'
import { usePeople } from '../../pieces/people-names'
import { useWords } from '../../pieces/words/words'
import './now-strip.css'

/** A result stays so long, for everyone to read and the minutes-taker to note. */
const resultShownMs = 90_000

/** The vote that is open, or whose result has just been counted. */
function voteInHand(votes: readonly VoteView[], now: number): VoteView | null {
  const last = votes.at(-1)
  if (!last) return null
  if (last.state === 'open') return last
  return last.closedAt && now - Date.parse(last.closedAt) < resultShownMs ? last : null
}

export function NowStrip({ session }: { session: SessionView }) {
  const { t } = useWords()
  const now = useNow(5000)
  const { votes = [] } = useVotes(session.id)
  const { programme, running } = session.meeting
  const speaking = speakingOf(session.meeting)
  const at = programme.findIndex(({ id }) => id === running?.item)
  const item = programme[at]
  const vote = voteInHand(votes, now)
  const isQuiet = !vote && !item && !speaking
  // It stands there even when empty: a line that came and went would turn the pages.
  return (
    <aside className={isQuiet ? 'projector-now is-quiet' : 'projector-now'} aria-live="polite">
      {vote ? (
        <VoteLine vote={vote} />
      ) : (
        item &&
        running && (
          <span className="projector-now-item">
            <b>{at + 1}.</b> {item.title} ·{' '}
            {t('room.elapsed', {
              minutes: Math.max(0, Math.floor((now - Date.parse(running.since)) / 60_000)),
              planned: item.minutes,
            })}
          </span>
        )
      )}
      {speaking && (
        <SpeakerLine
          speaker={speaking}
          since={speaking.calledAt ?? speaking.askedAt}
          minutes={session.screen.speakingMinutes}
        />
      )}
    </aside>
  )
}

interface SpeakerLineProps {
  speaker: Speaker
  since: string
  minutes: number | null
}

/** Who speaks, on what, since when; how long is said only where the leader has set a time. */
function SpeakerLine({ speaker: { username, paragraph }, since, minutes }: SpeakerLineProps) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const now = useNow(1000)
  const spoken = Math.max(0, Math.floor((now - Date.parse(since)) / 1000))
  const isOver = minutes !== null && spoken > minutes * 60
  return (
    <span className={isOver ? 'projector-now-speaker is-over' : 'projector-now-speaker'}>
      {t('room.speakingNow')}: <b>{nameOf(username)}</b>
      {paragraph !== null && <> · {t('room.paragraph', { number: paragraph })}</>} ·{' '}
      {minutes === null
        ? t('screen.since', { time: dateTime(since).slice(-5) })
        : t('screen.spoken', {
            spoken: `${Math.floor(spoken / 60)}:${String(spoken % 60).padStart(2, '0')}`,
            minutes,
          })}
    </span>
  )
}

function VoteLine({ vote }: { vote: VoteView }) {
  const { t } = useWords()
  const { counts } = vote
  return (
    <span className="projector-now-vote">
      <b>{vote.question}</b> ·{' '}
      {counts
        ? choices.map((one) => `${t(`room.${one}`)} ${counts[one]}`).join(' · ')
        : vote.way === 'secret'
          ? t('room.cast', { count: vote.cast, entitled: vote.entitled })
          : t('room.voteOpenHands')}
    </span>
  )
}
