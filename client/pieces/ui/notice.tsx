// A paragraph that asks for attention.
import type { ReactNode } from 'react'
import type { Tone } from './badge'
import './badge.css'
import './notice.css'

/** Red ones are read out at once. */
export function Notice({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <div className={`ui-notice ui-tone-${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}
