// Buttons, and links that look like them.
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react'
import { Link } from 'wouter'
import './button.css'

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'

const classes = (variant: ButtonVariant, more = '') => `ui-button ui-button-${variant} ${more}`

export function Button({
  variant = 'plain',
  busy = false,
  className,
  disabled,
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant
  /** Work is under way: keeps its width, cannot be pressed again. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement>
}) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(variant, className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    />
  )
}

export function LinkButton({
  variant = 'plain',
  className,
  href,
  ...rest
}: Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  variant?: ButtonVariant
  href: string
}) {
  return <Link {...rest} href={href} className={classes(variant, className)} />
}
