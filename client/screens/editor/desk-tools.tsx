// What one does with the paper as a whole: find words, see its pages, check it.
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import type { TextKey } from '../../../shared/i18n/table'
import type { Paper } from '../../../shared/rights'
import { laterPart } from '../../pieces/later-part'
import { Icon, type IconName } from '../../pieces/ui/icon'
import { Menu } from '../../pieces/ui/menu'
import { Tooltip } from '../../pieces/ui/tooltip'
import { useWords } from '../../pieces/words/words'

const CheckDialog = laterPart(() =>
  import('../../pieces/paper/check/check-dialog').then((m) => m.CheckDialog),
)

interface DeskToolsProps {
  editor: Editor | null
  paper: Paper
  mayCheck: boolean
  showsPages: boolean
  onPages: (shows: boolean) => void
  onFind: () => void
}

export function DeskTools(props: DeskToolsProps) {
  const { editor, paper, mayCheck, showsPages, onPages, onFind } = props
  const { t } = useWords()
  const [isChecking, setChecking] = useState(false)
  if (!editor) return null
  const tool = (name: TextKey, icon: IconName, onClick: () => void, more = {}) => (
    <Tooltip label={name === 'desk.find' ? `${t(name)} (Ctrl+F)` : t(name)}>
      <button
        type="button"
        className="editor-tool"
        aria-label={t(name)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
        {...more}
      >
        <Icon name={icon} />
      </button>
    </Tooltip>
  )
  const acts = [
    { label: t('desk.find'), onSelect: onFind },
    { label: t('desk.pageView'), checked: showsPages, onSelect: () => onPages(!showsPages) },
    ...(mayCheck ? [{ label: t('desk.check'), onSelect: () => setChecking(true) }] : []),
  ]
  return (
    <div className="editor-whole">
      <Menu
        label={t('desk.more')}
        items={acts}
        trigger={
          <button type="button" className="editor-tool is-folded" aria-label={t('desk.more')}>
            <Icon name="more" />
          </button>
        }
      />
      {tool('desk.find', 'search', onFind, { 'aria-keyshortcuts': 'Control+F' })}
      {tool('desk.pageView', 'pages', () => onPages(!showsPages), { 'aria-pressed': showsPages })}
      {mayCheck && tool('desk.check', 'checklist', () => setChecking(true))}
      {isChecking && (
        <CheckDialog editor={editor} paper={paper} onClose={() => setChecking(false)} />
      )}
    </div>
  )
}
