// Why one cannot comment here now, and from when or since when.
import { Link } from 'wouter'
import { useWords } from '../words/words'
import type { Gate } from './gate'

export function GateNotice({ gate }: { gate: Exclude<Gate, { isOpen: true }> }) {
  const { t, dateTime } = useWords()
  if ('at' in gate) {
    return <p className="comment-gate">{t(`comments.${gate.why}`, { at: dateTime(gate.at) })}</p>
  }
  if (gate.version) {
    return (
      <p className="comment-gate">
        <Link href={`/versions/${gate.version.id}`}>
          {t(`comments.${gate.why}`, { number: gate.version.number })}
        </Link>
      </p>
    )
  }
  return <p className="comment-gate">{t(`comments.${gate.why}`)}</p>
}
