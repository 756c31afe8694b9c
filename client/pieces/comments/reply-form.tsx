// The box in which a reply to a comment is written.
import type { ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'
import { usePeople } from '../people-names'
import { Button } from '../ui/button'
import { Held } from '../ui/held'
import { Notice } from '../ui/notice'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import { useKeptText } from './kept-text'
import { MentionArea } from './mention-area'

interface ReplyFormProps {
  thread: ThreadView
  onThread: (thread: ThreadView) => void
}

export function ReplyForm({ thread, onThread }: ReplyFormProps) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const [body, setBody] = useKeptText(`reply.${thread.id}`)
  const { isBusy, trouble, send } = useSending()
  const post = () => {
    if (body.trim() === '') return
    void send(async () => {
      const param = { id: thread.id }
      const json = { body: body.trim() }
      onThread(await call<ThreadView>(api.threads[':id'].replies.$post({ param, json })))
      setBody(null)
    })
  }
  return (
    <form
      className="comment-reply-form"
      onSubmit={(event) => {
        event.preventDefault()
        post()
      }}
    >
      <Held value={isBusy}>
        <MentionArea
          className="comment-reply-box"
          aria-label={t('comments.replyLabel', { name: nameOf(thread.author) })}
          placeholder={`${t('comments.reply')}…`}
          rows={body === '' ? 1 : 2}
          maxLength={10_000}
          value={body}
          onText={setBody}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) post()
          }}
        />
      </Held>
      {body.trim() !== '' && (
        <Button type="submit" busy={isBusy}>
          {t('comments.replySend')}
        </Button>
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </form>
  )
}
