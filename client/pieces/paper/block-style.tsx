// What the paragraph at the caret is: running text, a heading, the title, the signature.
import { type Editor, useEditorState } from '@tiptap/react'
import { DropdownMenu, Toolbar } from 'radix-ui'
import { Icon } from '../ui/icon'
import { useWords } from '../words/words'

const styles = ['paragraph', 'heading1', 'heading2', 'heading3', 'title', 'signature'] as const
type BlockStyle = (typeof styles)[number]

function styleOf(editor: Editor): BlockStyle {
  const { parent } = editor.state.selection.$from
  if (parent.type.name === 'heading') return `heading${parent.attrs.level as 1 | 2 | 3}`
  const part: unknown = parent.attrs.part
  return part === 'title' || part === 'signature' ? part : 'paragraph'
}

function setStyle(editor: Editor, style: BlockStyle): void {
  const chain = editor.chain().focus()
  if (style === 'heading1') chain.setHeading({ level: 1 }).run()
  else if (style === 'heading2') chain.setHeading({ level: 2 }).run()
  else if (style === 'heading3') chain.setHeading({ level: 3 }).run()
  else {
    const part = style === 'paragraph' ? null : style
    chain.setParagraph().updateAttributes('paragraph', { part }).run()
  }
}

export function BlockStyle({ editor }: { editor: Editor }) {
  const { t } = useWords()
  const now = useEditorState({ editor, selector: ({ editor: current }) => styleOf(current) })
  return (
    <DropdownMenu.Root modal={false}>
      <Toolbar.Button asChild>
        <DropdownMenu.Trigger
          className="toolbar-button toolbar-style"
          aria-label={`${t('editor.blockStyle')}: ${t(`editor.${now}`)}`}
        >
          <span>{t(`editor.${now}`)}</span>
          <Icon name="chevron-down" />
        </DropdownMenu.Trigger>
      </Toolbar.Button>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="toolbar-menu"
          align="start"
          sideOffset={4}
          // The caret goes back to the words, not to the button.
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            editor.commands.focus()
          }}
        >
          <DropdownMenu.RadioGroup
            value={now}
            onValueChange={(style) => setStyle(editor, style as BlockStyle)}
          >
            {styles.map((style) => (
              <DropdownMenu.RadioItem
                key={style}
                value={style}
                className={`toolbar-item is-${style}`}
              >
                {t(`editor.${style}`)}
                <DropdownMenu.ItemIndicator>
                  <Icon name="check" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
