// The answers a comment was given: the last one in full, the earlier ones a click away.
import type { ThreadView } from '../../../shared/records/thread'
import { usePeople } from '../people-names'
import { useWords } from '../words/words'

type Answer = ThreadView['answers'][number]

function OneAnswer({ answer }: { answer: Answer }) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  return (
    <div className={`comment-answer is-${answer.verdict}`}>
      <p>
        <strong>{t(`verdict.${answer.verdict}`)}.</strong> {answer.reason}
      </p>
      {answer.wording && <p>{t('comments.newWording', { wording: answer.wording })}</p>}
      {answer.applied && answer.wording === '' && <p>{t('comments.struckOut')}</p>}
      {answer.applied && <p className="comment-small">✓ {t('comments.applied')}</p>}
      <p className="comment-small">
        {nameOf(answer.author)} · {dateTime(answer.at)}
      </p>
    </div>
  )
}

export function ThreadAnswers({ answers }: Pick<ThreadView, 'answers'>) {
  const { t } = useWords()
  const last = answers.at(-1)
  if (!last) return null
  const earlier = answers.slice(0, -1)
  return (
    <>
      <OneAnswer answer={last} />
      {earlier.length > 0 && (
        <details className="comment-earlier">
          <summary>{t('comments.earlierAnswers', { count: earlier.length })}</summary>
          {earlier.toReversed().map((answer) => (
            <OneAnswer key={answer.at} answer={answer} />
          ))}
        </details>
      )}
    </>
  )
}
