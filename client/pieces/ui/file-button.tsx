// A button that asks for a file: the browser's own one speaks the browser's language, not the reader's.
import type { ReactNode } from 'react'
import './button.css'
import './file-button.css'

interface FileButtonProps {
  children: ReactNode
  /** Endings or media types, as an input takes them. */
  accept: string
  disabled?: boolean
  onFile: (file: File) => void
}

export function FileButton({ children, accept, disabled = false, onFile }: FileButtonProps) {
  return (
    <label className="ui-button ui-button-plain ui-file-button">
      {children}
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          // The same file may be chosen once more after it was changed.
          currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </label>
  )
}
