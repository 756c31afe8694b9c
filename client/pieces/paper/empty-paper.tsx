// What an empty paper says, and the way to begin from a template.
import { type Editor, useEditorState } from '@tiptap/react'
import { Button } from '../ui/button'
import { useWords } from '../words/words'

interface EmptyPaperProps {
  editor: Editor
  mayWrite: boolean
  onTemplate: (editor: Editor) => void
  onImport: () => void
}

export function EmptyPaper({ editor, mayWrite, onTemplate, onImport }: EmptyPaperProps) {
  const { t } = useWords()
  const isEmpty = useEditorState({
    editor,
    selector: ({ editor: { state } }) => state.doc.childCount < 2 && state.doc.textContent === '',
  })
  if (!isEmpty) return null
  return (
    <div className="paper-empty">
      <p aria-hidden={mayWrite}>{t(mayWrite ? 'editor.emptyWriter' : 'editor.emptyReader')}</p>
      {mayWrite && (
        <p className="paper-begin">
          <Button onClick={() => onTemplate(editor)}>{t('editor.fromTemplate')}</Button>
          <Button onClick={onImport}>{t('import.action')}</Button>
        </p>
      )}
    </div>
  )
}
