// A few choices in one control, one of them pressed.
import './segmented.css'

interface SegmentedProps<Value extends string> {
  label: string
  options: readonly { value: Value; words: string }[]
  value: Value
  onChange: (value: Value) => void
  className?: string
}

export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, options, value, onChange, className } = props
  return (
    <fieldset className={`ui-segmented ${className ?? ''}`} aria-label={label}>
      {options.map((one) => (
        <button
          key={one.value}
          type="button"
          aria-pressed={one.value === value}
          onClick={() => onChange(one.value)}
        >
          {one.words}
        </button>
      ))}
    </fieldset>
  )
}
