// "Cùng ý kiến": who says the same, and the button with which to say it.
import type { ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'
import { useMe } from '../me'
import { usePeople } from '../people-names'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'

interface AgreementProps {
  thread: ThreadView
  mayAgree: boolean
  onThread: (thread: ThreadView) => void
}

export function Agreement({ thread, mayAgree, onThread }: AgreementProps) {
  const { t } = useWords()
  const { person } = useMe()
  const { nameOf } = usePeople()
  const { isBusy, trouble, send } = useSending()
  const { agreed, id } = thread
  const agrees = agreed.includes(person.username)
  if (agreed.length === 0 && !mayAgree) return null
  const say = () =>
    send(async () =>
      onThread(
        await call<ThreadView>(
          api.threads[':id'].agreement.$put({ param: { id }, json: { agrees: !agrees } }),
        ),
      ),
    )
  return (
    <div className="comment-agreed">
      {mayAgree && (
        <Button
          aria-pressed={agrees}
          busy={isBusy}
          onClick={(event) => {
            event.stopPropagation()
            void say()
          }}
        >
          {agrees ? '✓ ' : ''}
          {t('comments.agree')}
        </Button>
      )}
      {agreed.length > 0 && (
        <span className="comment-small">
          {t('comments.agreedBy', { names: agreed.map(nameOf).join(', ') })}
        </span>
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </div>
  )
}
