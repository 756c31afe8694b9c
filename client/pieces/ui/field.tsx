// A label, a hint and an error around one input, wired to it for those who listen; and the inputs.
import {
  Children,
  type ComponentProps,
  cloneElement,
  isValidElement,
  type ReactNode,
  useId,
} from 'react'
import { useHeld } from './held'
import './field.css'

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
  children: ReactNode
}

interface Wired {
  id?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean | undefined
}

/** Its single child is one of the inputs below, or one that takes `id` and aria. */
export function Field({ label, hint, error, children }: FieldProps) {
  const made = useId()
  const input = Children.only(children)
  if (!isValidElement<Wired>(input)) throw new Error('a Field holds one input')
  const id = input.props.id ?? made
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="ui-field">
      <label className="ui-field-label" htmlFor={id}>
        {label}
      </label>
      {cloneElement(input, {
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <div className="ui-field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="ui-field-error" id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
    </div>
  )
}

const inputLook = (more?: string) => (more ? `ui-input ${more}` : 'ui-input')

export function TextInput({ className, readOnly, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} {...useHeld(readOnly)} className={inputLook(className)} />
}

export function TextArea({ className, readOnly, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} {...useHeld(readOnly)} rows={rows} className={inputLook(className)} />
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={inputLook(className)} />
}

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode
  hint?: ReactNode
}

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={className ? `ui-checkbox ${className}` : 'ui-checkbox'}>
      <input {...rest} type="checkbox" />
      <span>
        {label}
        {hint && <span className="ui-checkbox-hint">{hint}</span>}
      </span>
    </label>
  )
}
