// A dialog over the page: the focus stays inside, Escape closes it.
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useCloseLabel } from './close-label'
import { Icon } from './icon'
import './dialog.css'

export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  actions,
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  actions?: ReactNode
}) {
  const closeLabel = useCloseLabel()
  return (
    <Radix.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="ui-dialog-overlay" />
        <Radix.Content
          className="ui-dialog"
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <header className="ui-dialog-head">
            <Radix.Title className="ui-dialog-title">{title}</Radix.Title>
            <Radix.Close className="ui-dialog-close" aria-label={closeLabel}>
              <Icon name="close" />
            </Radix.Close>
          </header>
          <div className="ui-dialog-body">
            {description !== undefined && (
              <Radix.Description className="ui-dialog-description">{description}</Radix.Description>
            )}
            {children}
          </div>
          {actions && <footer className="ui-dialog-actions">{actions}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
