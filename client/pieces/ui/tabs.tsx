// Tabs: arrow keys move between them, what they choose stands below.
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import './tabs.css'

interface TabsProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  tabs: readonly { value: Value; label: string; count?: number }[]
  /** What the chosen tab shows. */
  children: ReactNode
}

export function Tabs<Value extends string>({
  label,
  value,
  onChange,
  tabs,
  children,
}: TabsProps<Value>) {
  const choose = (chosen: string) => {
    const tab = tabs.find((one) => one.value === chosen)
    if (tab) onChange(tab.value)
  }
  return (
    <Radix.Root className="ui-tabs" value={value} onValueChange={choose}>
      <Radix.List className="ui-tabs-list" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className="ui-tabs-tab">
            {tab.label}
            {tab.count !== undefined && <span className="ui-tabs-count">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      <Radix.Content className="ui-tabs-content" value={value}>
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}
