// The fields of a comment, for a new one and for mending one's own.
import { useId } from 'react'
import type { Thread } from '../../../shared/records/thread'
import { Button } from '../ui/button'
import { Field, TextArea } from '../ui/field'
import { useWords } from '../words/words'
import { MentionArea } from './mention-area'

type Kind = Thread['kind']
const kinds = ['remark', 'understanding', 'proposal'] as const satisfies readonly Kind[]

export interface CommentWords {
  readonly kind: Kind
  readonly body: string
  readonly replacement: string | null
}

interface CommentFormProps {
  words: CommentWords
  /** Words that may be replaced; without them nothing can be suggested. */
  quote: string
  onChange: (change: Partial<CommentWords>) => void
  onSend: () => void
}

export function CommentForm({ words, quote, onChange, onSend }: CommentFormProps) {
  const { t } = useWords()
  const group = useId()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter in any of the fields sends
    <div
      className="comment-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          onSend()
        }
      }}
    >
      <fieldset className="comment-kinds">
        <legend className="visually-hidden">{t('comments.kind')}</legend>
        {kinds.map((kind) => (
          <label key={kind} className="comment-kind-choice">
            <input
              type="radio"
              name={group}
              checked={words.kind === kind}
              onChange={() => onChange({ kind })}
            />
            <span>{t(`commentKind.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <Field label={t('comments.body')}>
        <MentionArea
          data-first
          className="ui-input"
          rows={3}
          maxLength={10_000}
          placeholder={t('comments.bodyPlaceholder')}
          value={words.body}
          onText={(body) => onChange({ body })}
        />
      </Field>
      {quote !== '' && words.replacement === null && (
        <Button variant="quiet" onClick={() => onChange({ replacement: quote })}>
          + {t('comments.suggest')}…
        </Button>
      )}
      {words.replacement !== null && (
        <>
          <Field label={t('comments.suggest')}>
            <TextArea
              rows={2}
              maxLength={10_000}
              value={words.replacement}
              onChange={(event) => onChange({ replacement: event.target.value })}
            />
          </Field>
          <Button variant="quiet" onClick={() => onChange({ replacement: null })}>
            {t('comments.suggestRemove')}
          </Button>
        </>
      )}
    </div>
  )
}
