// What cannot be taken back is asked before it is done: deleting a note, releasing words.
import type { ReactNode } from 'react'
import { DialogActs } from '../dialog-acts'
import { Dialog } from '../ui/dialog'
import { Notice } from '../ui/notice'
import { toast } from '../ui/toast'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'

const words = {
  remove: {
    title: 'notes.removeTitle',
    body: 'notes.removeBody',
    yes: 'notes.remove',
    done: 'notes.removed',
    look: 'danger',
  },
  release: {
    title: 'notes.releaseTitle',
    body: 'notes.releaseBody',
    yes: 'notes.releaseSend',
    done: 'notes.released',
    look: 'primary',
  },
} as const

interface AskFirstProps {
  what: keyof typeof words
  act: () => Promise<void>
  onClose: () => void
  children?: ReactNode
}

export function AskFirst({ what, act, onClose, children }: AskFirstProps) {
  const { t } = useWords()
  const { isBusy, trouble, send } = useSending()
  const { title, body, yes, done, look } = words[what]
  const go = () =>
    send(async () => {
      await act()
      toast(t(done))
      onClose()
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(title)}
      description={t(body)}
      actions={
        <DialogActs onClose={onClose} variant={look} busy={isBusy} onClick={() => void go()}>
          {t(yes)}
        </DialogActs>
      }
    >
      {children}
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}
