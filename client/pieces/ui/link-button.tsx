// A link within the program that looks like a button.
import type { ComponentProps } from 'react'
import { Link } from 'wouter'
import { type ButtonVariant, buttonLook } from './button'

interface LinkButtonProps extends Omit<ComponentProps<'a'>, 'href'> {
  href: string
  variant?: ButtonVariant
}

export function LinkButton({ variant = 'plain', className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonLook(variant, className)}>
      <span className="ui-button-words">{children}</span>
    </Link>
  )
}
