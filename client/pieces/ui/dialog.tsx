// A dialog: the focus is kept inside and given back, Escape closes it.
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useCloseLabel } from './close-label'
import { Held } from './held'
import { Icon } from './icon'
import './dialog.css'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  wide?: boolean
  /** What it holds is on its way. */
  busy?: boolean
}

/** What is typed goes into the first field at once; on a phone the keyboard would come up over it. */
function toFirstField(event: Event): void {
  if (!window.matchMedia('(pointer: fine)').matches) return
  const field = (event.currentTarget as HTMLElement).querySelector<HTMLElement>(
    '.ui-dialog-body :is(input, select, textarea):not(:disabled, [readonly])',
  )
  if (!field) return
  event.preventDefault()
  field.focus()
}

/** A press beside it closes nothing: what was typed would be lost by a slip of the hand. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  actions,
  wide = false,
  busy = false,
}: DialogProps) {
  const closeLabel = useCloseLabel()
  return (
    <Radix.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="ui-dialog-veil">
          <Radix.Content
            className={wide ? 'ui-dialog ui-dialog-wide' : 'ui-dialog'}
            onOpenAutoFocus={toFirstField}
            onPointerDownOutside={(event) => event.preventDefault()}
            onInteractOutside={(event) => event.preventDefault()}
            {...(description ? {} : { 'aria-describedby': undefined })}
          >
            <div className="ui-dialog-head">
              <Radix.Title className="ui-dialog-title">{title}</Radix.Title>
              <Radix.Close className="ui-dialog-close" aria-label={closeLabel}>
                <Icon name="close" />
              </Radix.Close>
            </div>
            {description && (
              <Radix.Description className="ui-dialog-description">{description}</Radix.Description>
            )}
            <Held value={busy}>
              <div className="ui-dialog-body">{children}</div>
            </Held>
            {actions && <div className="ui-dialog-actions">{actions}</div>}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}
