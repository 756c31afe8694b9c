// A small sign to be pressed; its name is heard, and seen under the pointer.
import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon'
import './icon-button.css'

interface IconButtonProps extends Pick<ComponentProps<'button'>, 'disabled' | 'onClick'> {
  label: string
  icon: IconName
}

export function IconButton({ label, icon, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type="button" className="ui-icon-button" aria-label={label} title={label}>
      <Icon name={icon} size={16} />
    </button>
  )
}
