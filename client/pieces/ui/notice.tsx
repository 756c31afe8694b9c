// A paragraph that wants to be read: a refusal, a warning, good news.
import type { ReactNode } from 'react'
import type { Tone } from './badge'
import './notice.css'

interface NoticeProps {
  tone: Tone
  children: ReactNode
  /** Read out as soon as it appears. */
  role?: 'alert' | 'status'
}

export function Notice({ tone, children, role }: NoticeProps) {
  return (
    <div className={`ui-notice is-${tone}`} role={role}>
      {children}
    </div>
  )
}
