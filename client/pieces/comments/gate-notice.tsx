// Why one cannot comment here now, and from when or since when.
import { Link } from 'wouter'
import { Notice } from '../ui/notice'
import { useWords } from '../words/words'
import type { Gate } from './gate'

interface GateNoticeProps {
  gate: Exclude<Gate, { isOpen: true }>
  /** Opens what can make the window longer; `null` for those who may not. */
  onExtend: (() => void) | null
}

export function GateNotice({ gate, onExtend }: GateNoticeProps) {
  const { t, dateTime } = useWords()
  if ('at' in gate) {
    return (
      <p className="comment-gate">
        {t(`comments.${gate.why}`, { at: dateTime(gate.at) })}
        {gate.why === 'closed' && onExtend && (
          <>
            {' '}
            <button type="button" className="comment-link" onClick={onExtend}>
              {t('comments.extend')}
            </button>
          </>
        )}
      </p>
    )
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

/** Above the send button of a comment that was being written when its time ended. */
export function ClosedMeanwhile(props: GateNoticeProps) {
  const { t } = useWords()
  return (
    <Notice tone="gold">
      <p role="status">
        <strong>{t('comments.closedMeanwhile')}</strong>
      </p>
      <GateNotice {...props} />
    </Notice>
  )
}
