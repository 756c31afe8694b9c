// The tools of the paper; a reader sees only what a reader can do.
import { type Editor, useEditorState } from '@tiptap/react'
import { Toolbar } from 'radix-ui'
import { useEffect, useState } from 'react'
import type { TextKey } from '../../../shared/i18n/table'
import { laterPart } from '../later-part'
import { Icon, type IconName } from '../ui/icon'
import { Tooltip } from '../ui/tooltip'
import { useWords } from '../words/words'
import { BlockStyle } from './block-style'
import { undoDepth } from './collaboration'
import { PictureButton } from './pictures/picture-button'
import { TableButton } from './table-button'
import './toolbar.css'

const LinkDialog = laterPart(() => import('./link-dialog').then((m) => m.LinkDialog))

interface Tool {
  readonly name: TextKey
  readonly icon: IconName
  readonly keys?: string
  readonly run: (editor: Editor) => void
  readonly isOn?: (editor: Editor) => boolean
  readonly isOff?: (editor: Editor) => boolean
}

const press = (editor: Editor, key: string, shift = false) =>
  editor.commands.keyboardShortcut(shift ? `Shift-Mod-${key}` : `Mod-${key}`)
/** How the caret's block stands on the page when it does not say so itself. */
function alignmentAt({ state }: Editor): string {
  const { $from } = state.selection
  const { type, attrs } = $from.parent
  if (typeof attrs.textAlign === 'string') return attrs.textAlign
  if (attrs.part) return 'center'
  return type.name === 'heading' || $from.node(1)?.type.name === 'table' ? 'left' : 'justify'
}
const align = (name: TextKey, icon: IconName, where: string): Tool => ({
  name,
  icon,
  run: (editor) => editor.chain().focus().setTextAlign(where).run(),
  isOn: (editor) => alignmentAt(editor) === where,
})

const groups: readonly (readonly Tool[])[] = [
  [
    {
      name: 'editor.undo',
      icon: 'undo',
      keys: 'Ctrl+Z',
      run: (editor) => press(editor, 'z'),
      isOff: (editor) => !undoDepth(editor).undo,
    },
    {
      name: 'editor.redo',
      icon: 'redo',
      keys: 'Ctrl+Y',
      run: (editor) => press(editor, 'y'),
      isOff: (editor) => !undoDepth(editor).redo,
    },
  ],
  [
    {
      name: 'editor.bold',
      icon: 'bold',
      keys: 'Ctrl+B',
      run: (editor) => editor.chain().focus().toggleBold().run(),
      isOn: (editor) => editor.isActive('bold'),
    },
    {
      name: 'editor.italic',
      icon: 'italic',
      keys: 'Ctrl+I',
      run: (editor) => editor.chain().focus().toggleItalic().run(),
      isOn: (editor) => editor.isActive('italic'),
    },
    {
      name: 'editor.underline',
      icon: 'underline',
      keys: 'Ctrl+U',
      run: (editor) => editor.chain().focus().toggleUnderline().run(),
      isOn: (editor) => editor.isActive('underline'),
    },
  ],
  [
    align('editor.alignLeft', 'align-left', 'left'),
    align('editor.alignCenter', 'align-center', 'center'),
    align('editor.alignRight', 'align-right', 'right'),
    align('editor.alignJustify', 'align-justify', 'justify'),
  ],
  [
    {
      name: 'editor.bulletList',
      icon: 'list',
      keys: 'Ctrl+Shift+8',
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
      isOn: (editor) => editor.isActive('bulletList'),
    },
    {
      name: 'editor.orderedList',
      icon: 'list-ordered',
      keys: 'Ctrl+Shift+7',
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
      isOn: (editor) => editor.isActive('orderedList'),
    },
  ],
]

function ToolButton({ tool, editor }: { tool: Tool; editor: Editor }) {
  const { t } = useWords()
  const { isOn, isOff } = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      isOn: tool.isOn?.(current),
      isOff: tool.isOff?.(current) ?? false,
    }),
  })
  const label = tool.keys ? `${t(tool.name)} (${tool.keys})` : t(tool.name)
  return (
    <Tooltip label={label}>
      <Toolbar.Button
        className={isOn ? 'toolbar-button is-pressed' : 'toolbar-button'}
        aria-label={t(tool.name)}
        aria-pressed={isOn}
        aria-keyshortcuts={tool.keys?.replace('Ctrl', 'Control')}
        aria-disabled={isOff || undefined}
        // The words keep their selection while the mouse presses.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => !isOff && tool.run(editor)}
      >
        <Icon name={tool.icon} />
      </Toolbar.Button>
    </Tooltip>
  )
}

interface PaperToolbarProps {
  editor: Editor | null
  mayWrite: boolean
  mayComment: boolean
  onComment: () => void
  /** Where a Word file can be taken in. */
  onImport?: () => void
}

export function PaperToolbar({
  editor,
  mayWrite,
  mayComment,
  onComment,
  onImport,
}: PaperToolbarProps) {
  const { t } = useWords()
  const [isLinking, setLinking] = useState(false)
  useEffect(() => {
    if (!editor) return
    const pressed = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      const isComment = event.altKey && event.code === 'KeyM' && mayComment
      const isLink = !event.altKey && event.code === 'KeyK' && mayWrite && editor.isFocused
      if (!isComment && !isLink) return
      event.preventDefault()
      if (isComment) onComment()
      else setLinking(true)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [editor, mayWrite, mayComment, onComment])
  if (!editor || !(mayWrite || mayComment)) return null
  return (
    <Toolbar.Root className="toolbar" aria-label={t('editor.tools')}>
      {mayWrite && (
        <div className="toolbar-tools">
          {groups.map((tools, index) => (
            <div className="toolbar-group" key={tools[0]?.name}>
              {tools.map((tool) => (
                <ToolButton key={tool.name} tool={tool} editor={editor} />
              ))}
              {index === 0 && <BlockStyle editor={editor} />}
            </div>
          ))}
          <div className="toolbar-group">
            <TableButton editor={editor} />
            <PictureButton editor={editor} />
            <ToolButton
              tool={{
                name: 'editor.link',
                icon: 'link',
                keys: 'Ctrl+K',
                run: () => setLinking(true),
                isOn: (current) => current.isActive('link'),
              }}
              editor={editor}
            />
            {onImport && (
              <ToolButton
                tool={{ name: 'import.action', icon: 'import', run: onImport }}
                editor={editor}
              />
            )}
          </div>
        </div>
      )}
      {mayComment && (
        <Toolbar.Button
          className="toolbar-button toolbar-comment"
          aria-label={t('editor.comment')}
          aria-keyshortcuts="Control+Alt+M"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onComment}
        >
          <Icon name="comment" />
          <span>{t('editor.comment')}</span>
          <kbd>Ctrl+Alt+M</kbd>
        </Toolbar.Button>
      )}
      {isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </Toolbar.Root>
  )
}
