// A button; busy keeps its width and refuses a second press.
import type { ComponentProps } from 'react'
import './button.css'

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'

/** The class names of a button's look. */
export const buttonLook = (variant: ButtonVariant, more?: string) =>
  ['ui-button', `ui-button-${variant}`, more].filter(Boolean).join(' ')

interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  busy?: boolean
}

export function Button({
  variant = 'plain',
  busy = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  // Not `disabled` while busy: the focus would be lost.
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      className={buttonLook(variant, [className, busy && 'is-busy'].filter(Boolean).join(' '))}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? undefined : onClick}
    >
      <span className="ui-button-words">{children}</span>
      {busy && <span className="ui-button-ring" aria-hidden="true" />}
    </button>
  )
}
