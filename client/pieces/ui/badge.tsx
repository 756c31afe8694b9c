// A word in a coloured pill: the word says it, the colour repeats it.
import type { ReactNode } from 'react'
import './badge.css'

export type Tone = 'red' | 'gold' | 'green' | 'blue' | 'plain'

export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`ui-badge is-${tone}`}>{children}</span>
}
