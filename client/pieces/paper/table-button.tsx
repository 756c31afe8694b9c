// A table: inserted by one press, changed by a menu when the caret is inside one.
import { type Editor, useEditorState } from '@tiptap/react'
import { DropdownMenu, Toolbar } from 'radix-ui'
import { Icon } from '../ui/icon'
import { Tooltip } from '../ui/tooltip'
import { useWords } from '../words/words'

const acts = [
  'addRowBefore',
  'addRowAfter',
  'addColumnBefore',
  'addColumnAfter',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
] as const

export function TableButton({ editor }: { editor: Editor }) {
  const { t } = useWords()
  const isInside = useEditorState({
    editor,
    selector: ({ editor: current }) => current.isActive('table'),
  })
  if (!isInside) {
    const insert = () =>
      editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
    return (
      <Tooltip label={t('editor.insertTable')}>
        <Toolbar.Button
          className="toolbar-button"
          aria-label={t('editor.insertTable')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={insert}
        >
          <Icon name="table" />
        </Toolbar.Button>
      </Tooltip>
    )
  }
  return (
    <DropdownMenu.Root modal={false}>
      <Toolbar.Button asChild>
        <DropdownMenu.Trigger
          className="toolbar-button is-pressed"
          aria-label={t('editor.tableMenu')}
          title={t('editor.tableMenu')}
        >
          <Icon name="table" />
          <Icon name="chevron-down" />
        </DropdownMenu.Trigger>
      </Toolbar.Button>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="toolbar-menu"
          align="start"
          sideOffset={4}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            editor.commands.focus()
          }}
        >
          {acts.map((act) => (
            <DropdownMenu.Item
              key={act}
              className={act === 'deleteTable' ? 'toolbar-item is-danger' : 'toolbar-item'}
              onSelect={() => editor.chain().focus()[act]().run()}
            >
              {t(`editor.${act}`)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
