// Mending or withdrawing one's own comment while nobody has answered it.
import type { ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'
import { DialogActs } from '../dialog-acts'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Held } from '../ui/held'
import { Notice } from '../ui/notice'
import { toast } from '../ui/toast'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import { CommentForm, type CommentWords } from './comment-form'
import { useKeptFields } from './kept-text'
import { suggestionOf } from './suggestion'

interface OwnThreadProps {
  thread: ThreadView
  onThread: (thread: ThreadView) => void
  onClose: () => void
}

export const editPlace = (thread: string) => `edit.${thread}`

export function EditThread({ thread, onThread, onClose }: OwnThreadProps) {
  const { t } = useWords()
  const { id, kind, body } = thread
  const [words, setWords] = useKeptFields<CommentWords>(editPlace(id), {
    kind,
    body,
    replacement: suggestionOf(thread),
  })
  const close = () => {
    setWords(null)
    onClose()
  }
  const { isBusy, trouble, send } = useSending()
  const save = async () => {
    if (words.body.trim() === '') return
    const json = { ...words, body: words.body.trim() }
    await send(async () => {
      onThread(await call<ThreadView>(api.threads[':id'].$patch({ param: { id }, json })))
      close()
    })
  }
  return (
    <>
      <Held value={isBusy}>
        <CommentForm
          words={words}
          quote={thread.quote}
          onChange={(change) => setWords({ ...words, ...change })}
          onSend={() => void save()}
        />
      </Held>
      {trouble && <Notice tone="red">{trouble}</Notice>}
      <div className="comment-buttons">
        <Button variant="primary" busy={isBusy} onClick={() => void save()}>
          {t('comments.editSave')}
        </Button>
        <Button onClick={close}>{t('common.cancel')}</Button>
      </div>
    </>
  )
}

export function WithdrawThread({ thread, onThread, onClose }: OwnThreadProps) {
  const { t } = useWords()
  const { isBusy, trouble, send } = useSending()
  const withdraw = () =>
    send(async () => {
      onThread(await call<ThreadView>(api.threads[':id'].$delete({ param: { id: thread.id } })))
      toast(t('comments.withdrawn'))
      onClose()
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('comments.withdrawTitle')}
      description={t('comments.withdrawBody')}
      actions={
        <DialogActs
          onClose={onClose}
          variant="danger"
          busy={isBusy}
          onClick={() => void withdraw()}
        >
          {t('comments.withdraw')}
        </DialogActs>
      }
    >
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}
