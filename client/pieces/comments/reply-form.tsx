// The box in which a reply to a comment is written.
import { useState } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'
import { usePeople } from '../people-names'
import { useTroubleText } from '../trouble'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useWords } from '../words/words'
import { useKeptText } from './kept-text'
import { MentionArea } from './mention-area'

interface ReplyFormProps {
  thread: ThreadView
  onThread: (thread: ThreadView) => void
}

export function ReplyForm({ thread, onThread }: ReplyFormProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const { nameOf } = usePeople()
  const [body, setBody] = useKeptText(`reply.${thread.id}`)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const send = async () => {
    if (body.trim() === '' || isBusy) return
    setBusy(true)
    setTrouble(null)
    try {
      const param = { id: thread.id }
      const json = { body: body.trim() }
      onThread(await call<ThreadView>(api.threads[':id'].replies.$post({ param, json })))
      setBody('')
    } catch (error) {
      setTrouble(say(error))
    }
    setBusy(false)
  }
  return (
    <form
      className="comment-reply-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <MentionArea
        className="comment-reply-box"
        aria-label={t('comments.replyLabel', { name: nameOf(thread.author) })}
        placeholder={`${t('comments.reply')}…`}
        rows={body === '' ? 1 : 2}
        maxLength={10_000}
        value={body}
        onText={setBody}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      {body.trim() !== '' && (
        <Button type="submit" busy={isBusy}>
          {t('comments.replySend')}
        </Button>
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </form>
  )
}
