// Puts in a picture from this machine; where one is chosen, opens its caption.
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { Toolbar } from 'radix-ui'
import { useRef } from 'react'
import { Icon } from '../../ui/icon'
import { Tooltip } from '../../ui/tooltip'
import { useWords } from '../../words/words'
import { picturesOf } from './pictures'

const chosenAt = ({ state: { selection } }: Editor): number | null =>
  selection instanceof NodeSelection && selection.node.type.name === 'image' ? selection.from : null

export function PictureButton({ editor }: { editor: Editor }) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const chosen = useEditorState({ editor, selector: ({ editor: current }) => chosenAt(current) })
  const label = chosen === null ? t('desk.insertPicture') : t('desk.editPicture')
  const press = () => {
    if (chosen === null) input.current?.click()
    else picturesOf(editor)?.edit(chosen)
  }
  return (
    <>
      <Tooltip label={label}>
        <Toolbar.Button
          className={chosen === null ? 'toolbar-button' : 'toolbar-button is-pressed'}
          aria-label={label}
          onMouseDown={(event) => event.preventDefault()}
          onClick={press}
        >
          <Icon name="picture" />
        </Toolbar.Button>
      </Tooltip>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg"
        multiple
        hidden
        aria-label={t('desk.insertPicture')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          picturesOf(editor)?.put(files, editor.state.selection.to)
          editor.commands.focus()
        }}
      />
    </>
  )
}
