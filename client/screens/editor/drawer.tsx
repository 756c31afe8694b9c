// A column that becomes a drawer where there is no room for it, and the button that opens it.
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../../pieces/ui/icon'
import { useWords } from '../../pieces/words/words'
import './drawer.css'

type Side = 'contents' | 'comments'

interface DrawerProps {
  name: Side
  label: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
}

/** On a wide screen always in its place; `isOpen` matters on a narrow one only. */
export function Drawer({ name, label, isOpen, onClose, children }: DrawerProps) {
  const { t } = useWords()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    const button = box.current?.querySelector<HTMLElement>('.editor-drawer-close')
    // Hidden on a wide screen, where the column never takes the focus away.
    // A comment that is begun or chosen has its own place in it, and keeps it.
    const isInHand = box.current?.contains(before) ?? false
    if (button?.offsetParent && !isInHand) button.focus({ preventScroll: true })
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    document.addEventListener('keydown', pressed)
    return () => {
      document.removeEventListener('keydown', pressed)
      const isInside = box.current?.contains(document.activeElement)
      if (isInside && before instanceof HTMLElement) before.focus()
    }
  }, [isOpen, onClose])
  return (
    <>
      {isOpen && <div className={`editor-veil is-${name}`} onClick={onClose} aria-hidden="true" />}
      <aside
        ref={box}
        className={`editor-drawer is-${name} ${isOpen ? 'is-open' : ''}`}
        aria-label={label}
        data-sheet={isOpen ? 'open' : undefined}
      >
        <div className="editor-drawer-head">
          <b>{label}</b>
          <button
            type="button"
            className="editor-drawer-close"
            aria-label={t('common.close')}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </aside>
    </>
  )
}

interface DrawerButtonProps {
  icon: 'menu' | 'comment'
  label: string
  isFor: Side
  onPress: () => void
}

export function DrawerButton({ icon, label, isFor, onPress }: DrawerButtonProps) {
  return (
    <button type="button" className={`editor-open is-${isFor}`} onClick={onPress}>
      <Icon name={icon} />
      <span className="editor-open-label">{label}</span>
    </button>
  )
}
