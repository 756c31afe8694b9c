// A day typed as dd/mm/yyyy whatever the system's habits, or picked from its calendar.
import { type ComponentProps, useRef } from 'react'
import { writtenDay } from '../../../shared/written-day'
import { TextInput } from './field'
import { Icon } from './icon'
import { readDay } from './written-date'
import './day-input.css'

interface DayInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'type'> {
  /** As typed; `readDay` reads it. */
  value: string
  onChange: (written: string) => void
  pickLabel: string
}

export function DayInput({ value, onChange, pickLabel, ...rest }: DayInputProps) {
  const calendar = useRef<HTMLInputElement>(null)
  const day = readDay(value)
  const tidy = () => {
    if (day) onChange(writtenDay(day))
  }
  return (
    <span className="ui-day-input">
      <TextInput
        {...rest}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={tidy}
      />
      <input
        ref={calendar}
        type="date"
        className="ui-day-input-calendar"
        tabIndex={-1}
        aria-hidden="true"
        value={day ?? ''}
        onChange={(event) => event.target.value && onChange(writtenDay(event.target.value))}
      />
      <button
        type="button"
        className="ui-day-input-pick"
        aria-label={pickLabel}
        title={pickLabel}
        disabled={rest.disabled}
        onClick={() => calendar.current?.showPicker()}
      >
        <Icon name="calendar" size={18} />
      </button>
    </span>
  )
}
