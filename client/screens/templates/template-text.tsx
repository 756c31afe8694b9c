// The text of a template in an editor that nobody shares, and what can be put into it.
import '@fontsource/tinos/latin-400.css'
import '@fontsource/tinos/latin-400-italic.css'
import '@fontsource/tinos/latin-700.css'
import '@fontsource/tinos/latin-700-italic.css'
import '@fontsource/tinos/vietnamese-400.css'
import '@fontsource/tinos/vietnamese-400-italic.css'
import '@fontsource/tinos/vietnamese-700.css'
import '@fontsource/tinos/vietnamese-700-italic.css'
import { UndoRedo } from '@tiptap/extensions/undo-redo'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { type ReactNode, useEffect } from 'react'
import { paperExtensions } from '../../../shared/document/nodes'
import type { PaperNode } from '../../../shared/document/outline'
import { tokenOf } from '../../../shared/templates/fields'
import { wrongFields } from '../../../shared/templates/fill'
import type { TemplateKind } from '../../../shared/templates/kinds'
import { originalOf } from '../../../shared/templates/originals'
import { cleanPaste } from '../../pieces/paper/clean-paste'
import { PaperToolbar } from '../../pieces/paper/toolbar'
import { Button } from '../../pieces/ui/button'
import { Notice } from '../../pieces/ui/notice'
import { toast } from '../../pieces/ui/toast'
import { useWords } from '../../pieces/words/words'
import { FieldChips } from './field-chips'
import { FieldPalette } from './field-palette'
import '../../pieces/paper/paper.css'

interface TemplateTextProps {
  kind: TemplateKind
  name: string
  content: PaperNode
  mayKeep: boolean
  isBusy: boolean
  trouble: string | null
  /** What another saved meanwhile. */
  others: ReactNode
  onSave: (content: PaperNode) => void
}

export function TemplateText(props: TemplateTextProps) {
  const { kind, name, content, mayKeep, isBusy, trouble, others, onSave } = props
  const { t, language } = useWords()
  const editor = useEditor({
    extensions: [
      ...paperExtensions,
      UndoRedo,
      FieldChips,
      cleanPaste(() => toast(t('editor.secretStamp'), 'red')),
    ],
    content,
    editable: mayKeep,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: ['link'],
    shouldRerenderOnTransaction: false,
    coreExtensionOptions: { tabindex: { value: '0' } },
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('templates.text', { name }),
        'aria-readonly': String(!mayKeep),
        class: 'paper-text',
        spellcheck: 'false',
      },
    },
  })
  const { isChanged, wrong } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({
      isChanged: !state.doc.eq(state.schema.nodeFromJSON(content)),
      wrong: wrongFields(state.doc.toJSON() as PaperNode).join(' '),
    }),
  })
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
  const copy = (from: 'vi' | 'en') => editor.commands.setContent(originalOf(kind, from))
  return (
    <>
      {mayKeep && (
        <div className="template-tools">
          <PaperToolbar editor={editor} mayWrite mayComment={false} onComment={() => undefined} />
        </div>
      )}
      <main className="template-desk">
        <article className="paper-page template-page">
          <EditorContent editor={editor} />
        </article>
        {mayKeep && (
          <aside className="template-side" aria-label={t('templates.fields')}>
            <div className="template-save">
              <Button
                variant="primary"
                busy={isBusy}
                onClick={() => onSave(editor.getJSON() as PaperNode)}
              >
                {t('templates.save')}
              </Button>
              {isChanged && <span className="templates-soft">{t('templates.unsaved')}</span>}
            </div>
            {wrong !== '' && (
              <Notice tone="red">
                <p>{t('templates.wrong', { fields: wrong })}</p>
              </Notice>
            )}
            {trouble && (
              <Notice tone="red">
                <p>{trouble}</p>
              </Notice>
            )}
            {others}
            <FieldPalette
              language={language}
              onPick={(field) =>
                editor.chain().focus().insertContent(tokenOf(field, language)).run()
              }
            />
            <h2 className="template-side-title">{t('templates.copies')}</h2>
            <div className="template-copies">
              <Button onClick={() => copy('vi')}>{t('templates.copyVi')}</Button>
              <Button onClick={() => copy('en')}>{t('templates.copyEn')}</Button>
            </div>
          </aside>
        )}
      </main>
    </>
  )
}
