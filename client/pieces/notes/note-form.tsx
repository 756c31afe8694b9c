// The fields of a note, for a new one and for changing one.
import { type ReactNode, useId } from 'react'
import type { Note } from '../../../shared/records/note'
import { Button } from '../ui/button'
import { Field, TextArea } from '../ui/field'
import { Held } from '../ui/held'
import { Notice } from '../ui/notice'
import { useWords } from '../words/words'

const kinds = ['note', 'speech'] as const
export const kindWords = { note: 'notes.kindNote', speech: 'notes.kindSpeech' } as const

export type NoteWords = Pick<Note, 'kind' | 'body'>

interface NoteFormProps {
  words: NoteWords
  isBusy: boolean
  trouble: ReactNode
  onChange: (change: Partial<NoteWords>) => void
  onSave: () => void
  onCancel: () => void
}

export function NoteForm({ words, isBusy, trouble, onChange, onSave, onCancel }: NoteFormProps) {
  const { t } = useWords()
  const group = useId()
  const isSpeech = words.kind === 'speech'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter saves, Escape closes
    <div
      className="note-form"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave()
        else if (event.key === 'Escape') onCancel()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <fieldset className="comment-kinds">
        <legend className="visually-hidden">{t('notes.kind')}</legend>
        {kinds.map((kind) => (
          <label key={kind} className="comment-kind-choice">
            <input
              type="radio"
              name={group}
              checked={words.kind === kind}
              onChange={() => onChange({ kind })}
            />
            <span>{t(kindWords[kind])}</span>
          </label>
        ))}
      </fieldset>
      <Held value={isBusy}>
        <Field label={t('notes.body')} hint={isSpeech ? t('notes.speechHint') : undefined}>
          <TextArea
            rows={3}
            maxLength={10_000}
            placeholder={t(isSpeech ? 'notes.speechPlaceholder' : 'notes.bodyPlaceholder')}
            value={words.body}
            onChange={(event) => onChange({ body: event.target.value })}
          />
        </Field>
      </Held>
      {trouble && <Notice tone="red">{trouble}</Notice>}
      <div className="comment-buttons">
        <Button
          variant="primary"
          busy={isBusy}
          disabled={words.body.trim() === ''}
          title={t('notes.saveHint')}
          onClick={onSave}
        >
          {t('notes.save')}
        </Button>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}
