// Why something was accepted, partly or not: needed for all but a yes.
import type { verdicts } from '../../../shared/facts/thread'
import { Field, TextArea } from '../ui/field'
import { useWords } from '../words/words'

interface ReasonFieldProps {
  verdict: (typeof verdicts)[number]
  value: string
  onChange: (words: string) => void
}

export function ReasonField({ verdict, value, onChange }: ReasonFieldProps) {
  const { t } = useWords()
  return (
    <Field label={t(verdict === 'accepted' ? 'comments.reasonOptional' : 'comments.reason')}>
      <TextArea
        rows={2}
        maxLength={10_000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
