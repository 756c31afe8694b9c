// The text of a paper: an editor on a live document, editable by right.
import '@fontsource/tinos/latin-400.css'
import '@fontsource/tinos/latin-400-italic.css'
import '@fontsource/tinos/latin-700.css'
import '@fontsource/tinos/latin-700-italic.css'
import '@fontsource/tinos/vietnamese-400.css'
import '@fontsource/tinos/vietnamese-400-italic.css'
import '@fontsource/tinos/vietnamese-700.css'
import '@fontsource/tinos/vietnamese-700-italic.css'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { LiveDocument } from '../live/live-document'
import { toast } from '../ui/toast'
import { useWords } from '../words/words'
import { EmptyPaper } from './empty-paper'
import { editorExtensions } from './paper-extensions'
import './paper.css'
import './paper-marks.css'

interface PaperEditorProps {
  live: LiveDocument
  mayWrite: boolean
  /** The name of the text area for those who do not see it. */
  label: string
  /** Above the text, not part of it. */
  letterhead?: ReactNode
  onEditor: (editor: Editor | null) => void
  onThread: (thread: string) => void
  onTemplate: (editor: Editor) => void
}

/** Give it `key`: a new live document needs a new editor. */
export function PaperEditor({
  live,
  mayWrite,
  label,
  letterhead,
  onEditor,
  onThread,
  onTemplate,
}: PaperEditorProps) {
  const { t } = useWords()
  const latest = useRef({ onThread, stamp: t('editor.secretStamp') })
  latest.current = { onThread, stamp: t('editor.secretStamp') }
  const extensions = useMemo(
    () =>
      editorExtensions(live, {
        picked: (thread) => latest.current.onThread(thread),
        stamped: () => toast(latest.current.stamp, 'red'),
      }),
    [live],
  )
  const editor = useEditor(
    {
      extensions,
      editable: mayWrite,
      // Styles come from paper.css: a page that forbids inline styles shows the same.
      injectCSS: false,
      // What is typed stays as typed; marks of Markdown are not Vietnamese punctuation.
      enableInputRules: false,
      enablePasteRules: ['link'],
      shouldRerenderOnTransaction: false,
      coreExtensionOptions: { tabindex: { value: '0' } },
    },
    [live],
  )
  useEffect(() => {
    onEditor(editor)
    return () => onEditor(null)
  }, [editor, onEditor])
  useEffect(() => {
    editor.setOptions({
      editable: mayWrite,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-readonly': String(!mayWrite),
          class: 'paper-text',
          lang: 'vi',
          spellcheck: 'false',
        },
      },
    })
  }, [editor, mayWrite, label])
  return (
    <article className="paper-page">
      {letterhead}
      <div className="paper-body">
        <EditorContent editor={editor} />
        <EmptyPaper editor={editor} mayWrite={mayWrite} onTemplate={onTemplate} />
      </div>
    </article>
  )
}
