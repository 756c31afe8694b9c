// The editor's top line: where we are, is it saved, who else is here.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import type { Paper } from '../../../shared/rights'
import { AccountMenu } from '../../pieces/account-menu'
import { SavedMark } from '../../pieces/live/saved-mark'
import type { DeskOnScreen } from '../../pieces/live/use-paper-desk'
import { AvatarStack } from '../../pieces/ui/avatar-stack'
import { Button } from '../../pieces/ui/button'
import { TopBar } from '../../pieces/ui/top-bar'
import { useWords } from '../../pieces/words/words'
import type { Present } from './who-is-here'

const roman = ['I', 'II', 'III', 'IV'] as const

interface EditorHeadProps {
  session: SessionView
  cellName: string
  paper: Paper
  /** `null` where there is no text to save. */
  mark: DeskOnScreen['mark'] | null
  people: Present[]
  onSettings: (() => void) | null
}

export function EditorHead({
  session,
  cellName,
  paper,
  mark,
  people,
  onSettings,
}: EditorHeadProps) {
  const { t } = useWords()
  const title = t('editor.sessionOf', {
    number: session.number,
    quarter: roman[session.quarter - 1] ?? session.quarter,
    year: session.year,
  })
  return (
    <TopBar
      left={
        <>
          <Link href="/" className="editor-brand">
            {t('common.app')}
          </Link>
          <nav className="editor-crumbs" aria-label={t('editor.breadcrumb')}>
            <span className="editor-crumb-cell">{cellName}</span>
            <span title={session.topic}>{title}</span>
            <b aria-current="page">{t(`paper.${paper}`)}</b>
          </nav>
        </>
      }
      right={
        <div className="editor-head-right">
          {mark && <SavedMark of={mark} />}
          <div className="editor-people" title={people.map(({ name }) => name).join(', ')}>
            <AvatarStack people={people} max={4} />
          </div>
          {onSettings && (
            <Button className="editor-settings" onClick={onSettings}>
              {t('editor.settings')}
            </Button>
          )}
          <AccountMenu />
        </div>
      }
    />
  )
}
