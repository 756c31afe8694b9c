// A word in a tinted capsule.
import type { ReactNode } from 'react'
import './badge.css'

export type Tone = 'red' | 'gold' | 'green' | 'blue' | 'plain'

export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`ui-badge ui-tone-${tone}`}>{children}</span>
}
