// The few buttons of a big screen, seen while a hand moves and gone when it rests.
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { Icon } from '../../pieces/ui/icon'
import { useWords } from '../../pieces/words/words'
import type { Wish } from './controls'

const restMs = 2500

const tools = [
  ['previous', 'chevron-left', 'screen.back'],
  ['next', 'chevron-right', 'screen.on'],
  ['qr', 'qr', 'projector.qr'],
  ['full', 'expand', 'projector.fullScreen'],
] as const

interface ToolsProps {
  session: SessionView
  versionId: string
  leads: boolean
  onWish: (wish: Wish) => void
}

export function Tools({ session, versionId, leads, onWish }: ToolsProps) {
  const { t } = useWords()
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    let timer = 0
    const seen = () => {
      window.clearTimeout(timer)
      setSeen(true)
      timer = window.setTimeout(() => setSeen(false), restMs)
    }
    for (const name of ['pointermove', 'pointerdown']) window.addEventListener(name, seen)
    return () => {
      window.clearTimeout(timer)
      for (const name of ['pointermove', 'pointerdown']) window.removeEventListener(name, seen)
    }
  }, [])
  return (
    <nav className="projector-tools" data-seen={isSeen} aria-label={t('screen.tools')}>
      {leads ? (
        <Link href={`/sessions/${session.id}/lead`}>{t('screen.desk')}</Link>
      ) : (
        <Link href={`/versions/${versionId}`}>{t('screen.read')}</Link>
      )}
      {leads && session.stage === 'frozen' && (
        <Link href={`/sessions/${session.id}/check`}>{t('before.check')}</Link>
      )}
      {tools.map(([wish, icon, label]) => (
        <button
          key={wish}
          type="button"
          aria-label={t(label)}
          title={t(label)}
          onClick={() => onWish(wish)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </nav>
  )
}
