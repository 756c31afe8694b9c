// The frame at the top of every screen, 56 px high.
import type { ReactNode } from 'react'
import './top-bar.css'

export function TopBar({
  left,
  middle,
  right,
}: {
  left: ReactNode
  middle?: ReactNode
  right?: ReactNode
}) {
  return (
    <header className="ui-top-bar">
      <div className="ui-top-bar-left">{left}</div>
      {middle && <div className="ui-top-bar-middle">{middle}</div>}
      {right && <div className="ui-top-bar-right">{right}</div>}
    </header>
  )
}
