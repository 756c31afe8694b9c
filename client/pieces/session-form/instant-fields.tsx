// A day and a time side by side, each with a name of its own.

import { DayInput } from '../ui/day-input'
import { Field, TextInput } from '../ui/field'
import { readTime } from '../ui/written-date'
import { useWords } from '../words/words'
import type { Written } from './session-values'

interface InstantFieldsProps {
  dayLabel: string
  timeLabel: string
  value: Written
  onChange: (value: Written) => void
  dayError?: string | null
  timeError?: string | null
}

export function InstantFields({
  dayLabel,
  timeLabel,
  value,
  onChange,
  dayError,
  timeError,
}: InstantFieldsProps) {
  const { t } = useWords()
  const tidy = () => {
    const time = readTime(value.time)
    if (time) onChange({ ...value, time })
  }
  return (
    <>
      <Field label={dayLabel} error={dayError}>
        <DayInput
          value={value.day}
          placeholder={t('sessionForm.dayPlaceholder')}
          pickLabel={t('sessionForm.pickDay')}
          onChange={(day) => onChange({ ...value, day })}
        />
      </Field>
      <Field label={timeLabel} error={timeError}>
        <TextInput
          value={value.time}
          placeholder={t('sessionForm.timePlaceholder')}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => onChange({ ...value, time: event.target.value })}
          onBlur={tidy}
        />
      </Field>
    </>
  )
}
