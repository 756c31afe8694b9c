// Asks before an older text is put back into the draft, and says what it will change.
import type { SessionView } from '../../../shared/events'
import { api, call } from '../../api'
import { DialogActs } from '../dialog-acts'
import { Dialog } from '../ui/dialog'
import { Notice } from '../ui/notice'
import { toast } from '../ui/toast'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import type { Side } from './sides'

interface RestoreDialogProps {
  session: SessionView
  side: Extract<Side, { kind: 'version' | 'moment' }>
  name: string
  /** What it will change, in words. */
  summary: string
  onClose: () => void
  onRestored: () => void
}

export function RestoreDialog(props: RestoreDialogProps) {
  const { session, side, name, summary, onClose, onRestored } = props
  const { t } = useWords()
  const { isBusy, trouble, send } = useSending()
  const restore = () =>
    send(async () => {
      const paper = side.kind === 'moment' ? side.paper : 'draft'
      const param = { id: session.documents[paper] }
      const json = side.kind === 'version' ? { version: side.id } : { moment: Date.parse(side.at) }
      await call(api.documents[':id'].restore.$post({ param, json }))
      toast(t('changes.restored', { name }), 'green')
      onRestored()
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('changes.restoreTitle', { name })}
      description={t('changes.restoreBody', { name })}
      actions={
        <DialogActs onClose={onClose} busy={isBusy} onClick={() => void restore()}>
          {t('changes.restoreNow')}
        </DialogActs>
      }
    >
      <Notice tone="gold">{t('changes.restoreWill', { summary })}</Notice>
      {trouble && (
        <Notice tone="red" role="alert">
          {trouble}
        </Notice>
      )}
    </Dialog>
  )
}
