// The text of a paper: an editor on a live document, editable by right.
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { laterPart } from '../later-part'
import type { LiveDocument } from '../live/live-document'
import '../paper-faces'
import { useTroubleText } from '../trouble'
import { toast } from '../ui/toast'
import { useWords } from '../words/words'
import { EmptyPaper } from './empty-paper'
import { editorExtensions } from './paper-extensions'
import './paper.css'
import './paper-marks.css'

const PictureDialog = laterPart(() =>
  import('./pictures/picture-dialog').then((m) => m.PictureDialog),
)

const PageMarks = laterPart(() => import('./pages/page-marks').then((m) => m.PageMarks))

interface PaperEditorProps {
  live: LiveDocument
  documentId: string
  mayWrite: boolean
  showsPages: boolean
  /** The name of the text area for those who do not see it. */
  label: string
  /** Above the text, not part of it. */
  letterhead?: ReactNode
  onEditor: (editor: Editor | null) => void
  onThread: (thread: string) => void
  onTemplate: (editor: Editor) => void
  onImport: () => void
}

/** Give it `key`: a new live document needs a new editor. */
export function PaperEditor({
  live,
  documentId,
  mayWrite,
  showsPages,
  label,
  letterhead,
  onEditor,
  onThread,
  onTemplate,
  onImport,
}: PaperEditorProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const latest = useRef({ onThread, t, say })
  latest.current = { onThread, t, say }
  const [picture, setPicture] = useState<number | null>(null)
  const extensions = useMemo(
    () =>
      editorExtensions(live, {
        picked: (thread) => latest.current.onThread(thread),
        stamped: () => toast(latest.current.t('editor.secretStamp'), 'red'),
        leftOut: (n) => toast(latest.current.t('desk.picturesLeftOut', { n }), 'gold'),
        pictureDesk: {
          documentId,
          words: () => ({
            lost: latest.current.t('desk.pictureLost'),
            edit: latest.current.t('desk.captionButton'),
          }),
          edit: setPicture,
          sending: () => toast(latest.current.t('desk.sendingPicture')),
          failed: (error) => toast(latest.current.say(error), 'red'),
        },
      }),
    [live, documentId],
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
        {showsPages && editor && <PageMarks editor={editor} />}
        <EmptyPaper
          editor={editor}
          mayWrite={mayWrite}
          onTemplate={onTemplate}
          onImport={onImport}
        />
      </div>
      {picture !== null && (
        <PictureDialog editor={editor} position={picture} onClose={() => setPicture(null)} />
      )}
    </article>
  )
}
