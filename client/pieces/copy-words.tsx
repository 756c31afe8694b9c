// Words to be taken elsewhere, with a button that copies them even on plain http.
import { useId, useRef, useState } from 'react'
import { copyText } from './copy-text'
import './copy-words.css'
import { Button } from './ui/button'
import { TextArea } from './ui/field'
import { Icon } from './ui/icon'
import { useWords } from './words/words'

interface CopyWordsProps {
  label: string
  copyLabel: string
  words: string
  rows: number
}

const shownMs = 2500

export function CopyWords({ label, copyLabel, words, rows }: CopyWordsProps) {
  const { t } = useWords()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    // Where copying is forbidden the words stand selected for Ctrl+C.
    area.current?.select()
    const isDone = await copyText(words, area.current)
    setCopied(isDone)
    if (isDone) setTimeout(() => setCopied(false), shownMs)
  }
  return (
    <div className="copy-words">
      <label className="ui-field-label" htmlFor={id}>
        {label}
      </label>
      <TextArea
        id={id}
        ref={area}
        rows={rows}
        readOnly
        value={words}
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
