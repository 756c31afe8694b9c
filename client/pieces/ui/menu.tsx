// A menu of acts under a button.
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import './menu.css'

export interface MenuItem {
  label: ReactNode
  onSelect: () => void
  disabled?: boolean
  danger?: boolean
  /** Shown as the present choice. */
  checked?: boolean
}

interface MenuProps {
  /** A Button, or another element that takes a ref. */
  trigger: ReactNode
  label: string
  items: readonly MenuItem[]
  /** Stands above the items: who one is, for one. */
  head?: ReactNode
  /** What takes the keyboard instead of the button, when an item opened it. */
  opened?: () => HTMLInputElement | HTMLTextAreaElement | null | undefined
}

export function Menu({ trigger, label, items, head, opened }: MenuProps) {
  const toOpened = (event: Event) => {
    const field = opened?.()
    if (!field) return
    event.preventDefault()
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  }
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="ui-menu"
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={toOpened}
        >
          {head && <div className="ui-menu-head">{head}</div>}
          {items.map(({ label: words, onSelect, disabled, danger, checked }, place) => (
            <DropdownMenu.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: the items of a menu do not move
              key={place}
              className={danger ? 'ui-menu-item ui-menu-item-danger' : 'ui-menu-item'}
              disabled={disabled}
              onSelect={onSelect}
            >
              <span>{words}</span>
              {checked && <Icon name="check" size={18} />}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
