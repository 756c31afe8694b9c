// A name, and a shortcut, over what shows only a sign. The child carries its own aria-label.
import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import './tooltip.css'

export function Tooltip({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={400}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content className="ui-tooltip" sideOffset={6} collisionPadding={8}>
            {label}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
