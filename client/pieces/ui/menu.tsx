// A menu under a button, complete by keyboard.
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import './menu.css'

export interface MenuItem {
  label: ReactNode
  onSelect: () => void
  disabled?: boolean
  danger?: boolean
  /** Shown as the present choice. */
  checked?: boolean
}

/** `trigger` is one element that takes a ref, such as Button. */
export function Menu({
  trigger,
  label,
  items,
  header,
}: {
  trigger: ReactNode
  label: string
  items: readonly MenuItem[]
  header?: ReactNode
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="ui-menu"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
        >
          {header && <div className="ui-menu-header">{header}</div>}
          {items.map((item, i) => (
            <DropdownMenu.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: a menu's items stand in a fixed order
              key={i}
              className={`ui-menu-item${item.danger ? ' ui-menu-danger' : ''}`}
              disabled={item.disabled ?? false}
              onSelect={item.onSelect}
            >
              <span>{item.label}</span>
              {item.checked && <span aria-hidden="true">✓</span>}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
