// The check of a paper, whenever a writer asks for it.
import type { Editor } from '@tiptap/core'
import type { Paper } from '../../../../shared/rights'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/words'
import { CheckList } from './check-list'

interface CheckDialogProps {
  editor: Editor
  paper: Paper
  onClose: () => void
}

export function CheckDialog({ editor, paper, onClose }: CheckDialogProps) {
  const { t } = useWords()
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('desk.check')}
      description={t('desk.checkHint')}
      actions={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <CheckList editor={editor} paper={paper} onGo={onClose} />
    </Dialog>
  )
}
