// Mending or withdrawing one's own comment while nobody has answered it.
import { useState } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'
import { useTroubleText } from '../trouble'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Notice } from '../ui/notice'
import { toast } from '../ui/toast'
import { useWords } from '../words/words'
import { CommentForm, type CommentWords } from './comment-form'
import { suggestionOf } from './suggestion'

interface OwnThreadProps {
  thread: ThreadView
  onThread: (thread: ThreadView) => void
  onClose: () => void
}

export function EditThread({ thread, onThread, onClose }: OwnThreadProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const [words, setWords] = useState<CommentWords>({
    kind: thread.kind,
    body: thread.body,
    replacement: suggestionOf(thread),
  })
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const save = async () => {
    if (words.body.trim() === '') return
    setBusy(true)
    const { kind, body, replacement } = words
    // A suggestion taken back is the words as they are: the API keeps one it is not told about.
    const suggested = replacement ?? (thread.replacement === undefined ? null : thread.quote)
    const json = { kind, body: body.trim(), ...(suggested !== null && { replacement: suggested }) }
    try {
      onThread(
        await call<ThreadView>(api.threads[':id'].$patch({ param: { id: thread.id }, json })),
      )
      onClose()
    } catch (error) {
      setTrouble(say(error))
      setBusy(false)
    }
  }
  return (
    <>
      <CommentForm
        words={words}
        quote={thread.quote}
        onChange={(change) => setWords({ ...words, ...change })}
        onSend={() => void save()}
      />
      {trouble && <Notice tone="red">{trouble}</Notice>}
      <div className="comment-buttons">
        <Button variant="primary" busy={isBusy} onClick={() => void save()}>
          {t('comments.editSave')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </>
  )
}

export function WithdrawThread({ thread, onThread, onClose }: OwnThreadProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const withdraw = async () => {
    setBusy(true)
    try {
      onThread(await call<ThreadView>(api.threads[':id'].$delete({ param: { id: thread.id } })))
      toast(t('comments.withdrawn'))
      onClose()
    } catch (error) {
      setTrouble(say(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('comments.withdrawTitle')}
      description={t('comments.withdrawBody')}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="danger" busy={isBusy} onClick={() => void withdraw()}>
            {t('comments.withdraw')}
          </Button>
        </>
      }
    >
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}
