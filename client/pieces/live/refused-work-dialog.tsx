// Offers its author what the server did not take, to be copied before it is dismissed.
import { useRef, useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { toast } from '../ui/toast'
import { useWords } from '../words/words'
import type { RefusedWork } from './local-copies'
import './refused-work-dialog.css'

const revokeAfterMs = 60_000

interface RefusedWorkDialogProps {
  work: RefusedWork
  /** The paper as it stands now; `null` while it is not known. */
  textNow: string | null
  onClose: () => void
  onDismiss: () => void
}

/** Paragraphs of the copy that the paper does not have. */
function missing(work: string, now: string | null): string {
  if (now === null) return ''
  const known = new Set(now.split('\n').map((line) => line.trim()))
  const lines = work.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '' && !known.has(line)).join('\n\n')
}

export function RefusedWorkDialog({ work, textNow, onClose, onDismiss }: RefusedWorkDialogProps) {
  const { t, dateTime } = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const fresh = missing(work.text, textNow)
  const [isWhole, setWhole] = useState(false)
  const isShownWhole = isWhole || fresh === ''
  const shown = isShownWhole ? work.text.replace(/\n+/g, '\n\n') : fresh
  const copy = () => {
    // Plain http has no clipboard API: the text area's own copying works everywhere.
    area.current?.select()
    if (document.execCommand('copy')) toast(t('common.copied'), 'green')
  }
  const download = () => {
    // The mark at its beginning tells old programs that it is Unicode.
    const file = new Blob([`\ufeff${shown}`], { type: 'text/plain;charset=utf-8' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = `${t('editor.refusedFile')} ${work.at.slice(0, 10)}.txt`
    link.click()
    window.setTimeout(() => URL.revokeObjectURL(link.href), revokeAfterMs)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('editor.refusedTitle')}
      description={t('editor.refusedBody')}
      actions={
        <>
          <Button variant="quiet" onClick={onDismiss}>
            {t('editor.refusedDismiss')}
          </Button>
          <Button onClick={onClose}>{t('editor.refusedLater')}</Button>
          <Button onClick={download}>{t('editor.refusedDownload')}</Button>
          <Button variant="primary" onClick={copy}>
            {t('common.copy')}
          </Button>
        </>
      }
    >
      <label className="refused-work">
        <span>
          {t(isShownWhole ? 'editor.refusedAll' : 'editor.refusedNew')} · {dateTime(work.at)}
        </span>
        <textarea ref={area} className="refused-work-text" readOnly rows={10} value={shown} />
      </label>
      {fresh !== '' && !isWhole && (
        <Button variant="quiet" onClick={() => setWhole(true)}>
          {t('editor.refusedAll')}
        </Button>
      )}
    </Dialog>
  )
}
