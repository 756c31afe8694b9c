// Comments that say much the same, to be answered in the same stroke.
import type { ThreadView } from '../../../shared/records/thread'
import { usePeople } from '../people-names'
import { useWords } from '../words/words'
import { useDesk } from './desk'
import { similarTo } from './similar'

interface AnswerTogetherProps {
  thread: ThreadView
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

export function AnswerTogether({ thread, chosen, onChange }: AnswerTogetherProps) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { threads } = useDesk()
  const similar = similarTo(thread, threads)
  if (similar.length === 0) return null
  return (
    <fieldset className="answer-together">
      <legend>{t('comments.together')}</legend>
      {similar.map(({ id, author, body }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          <span>
            <strong>{nameOf(author)}</strong>: {body}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
