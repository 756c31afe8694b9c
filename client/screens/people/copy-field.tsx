// Words to be taken elsewhere, with a button that copies them even on plain http.
import { useId, useRef, useState } from 'react'
import { Button } from '../../pieces/ui/button'
import { TextArea } from '../../pieces/ui/field'
import { Icon } from '../../pieces/ui/icon'
import { useWords } from '../../pieces/words/words'

interface CopyFieldProps {
  label: string
  copyLabel: string
  text: string
  rows: number
}

const shownMs = 2500

export function CopyField({ label, copyLabel, text, rows }: CopyFieldProps) {
  const { t } = useWords()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    // The clipboard API exists only under https; the field's own copying works everywhere, and
    // where both are forbidden the words stay selected for Ctrl+C.
    area.current?.select()
    const isDone = navigator.clipboard
      ? await navigator.clipboard.writeText(text).then(
          () => true,
          () => document.execCommand('copy'),
        )
      : document.execCommand('copy')
    setCopied(isDone)
    if (isDone) setTimeout(() => setCopied(false), shownMs)
  }
  return (
    <div className="people-copy">
      <label className="ui-field-label" htmlFor={id}>
        {label}
      </label>
      <TextArea
        id={id}
        ref={area}
        rows={rows}
        readOnly
        value={text}
        translate="no"
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={() => void copy()}>
        <Icon name={isCopied ? 'check' : 'copy'} size={18} />
        <span aria-live="polite">{isCopied ? t('common.copied') : copyLabel}</span>
      </Button>
    </div>
  )
}
