// A Word file dragged onto the paper is offered to be imported; other files are left to others.
import { type RefObject, useEffect, useState } from 'react'
import { useWords } from '../words/words'
import './import.css'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Older and other forms of Word too: what is wrong with them is said after the drop. */
const isWord = ({ name, type }: File) => type === wordType || /\.(?:docx|docm|doc|rtf)$/i.test(name)

/** While a file is in the air its name is not told, and on PCs without Word no type either. */
const mayBeWord = ({ dataTransfer }: DragEvent): boolean =>
  [...(dataTransfer?.items ?? [])].some(
    ({ kind, type }) =>
      kind === 'file' && (type === wordType || type === '' || /msword|rtf/.test(type)),
  )

interface DropWordProps {
  zone: RefObject<HTMLElement | null>
  onFile: (file: File) => void
}

export function DropWord({ zone, onFile }: DropWordProps) {
  const { t } = useWords()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const area = zone.current
    if (!area) return
    const over = (event: DragEvent) => {
      if (!mayBeWord(event)) return
      event.preventDefault()
      setOver(true)
    }
    const out = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && area.contains(event.relatedTarget)))
        setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      const word = [...(event.dataTransfer?.files ?? [])].find(isWord)
      if (!word) return
      event.preventDefault()
      event.stopPropagation()
      onFile(word)
    }
    area.addEventListener('dragover', over, true)
    area.addEventListener('dragleave', out, true)
    area.addEventListener('drop', drop, true)
    return () => {
      area.removeEventListener('dragover', over, true)
      area.removeEventListener('dragleave', out, true)
      area.removeEventListener('drop', drop, true)
    }
  }, [zone, onFile])
  if (!isOver) return null
  return (
    <p className="import-drop" role="status">
      {t('import.drop')}
    </p>
  )
}
