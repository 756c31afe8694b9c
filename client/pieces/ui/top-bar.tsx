// The bar at the head of every screen, and the place where short news appears.
import type { ReactNode } from 'react'
import { Toasts } from './toast'
import './top-bar.css'

interface TopBarProps {
  left: ReactNode
  middle?: ReactNode
  right?: ReactNode
}

export function TopBar({ left, middle, right }: TopBarProps) {
  return (
    <>
      <header className="ui-top-bar">
        <div className="ui-top-bar-left">{left}</div>
        {middle && <div className="ui-top-bar-middle">{middle}</div>}
        {right && <div className="ui-top-bar-right">{right}</div>}
      </header>
      <Toasts />
    </>
  )
}
