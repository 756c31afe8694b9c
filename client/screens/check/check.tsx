// The check of the room before a meeting: what the screen shows, whether phones come through, the line, the clock.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { useRights } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { SessionPage } from '../../pieces/session-page'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { useWords } from '../../pieces/words/words'
import { LineCard } from './line-card'
import { PaperCard } from './paper-card'
import { PhonesCard } from './phones-card'
import { ScreenCard } from './screen-card'
import '../../pieces/page-head.css'
import '../../pieces/meeting/room-card.css'
import './check.css'

export function Check({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  return (
    <SessionPage sessionId={sessionId} title={t('before.check')}>
      {(session) => <Checking session={session} />}
    </SessionPage>
  )
}

function Checking({ session }: { session: SessionView }) {
  const { t } = useWords()
  const { person } = useMe()
  const right = useRights(session, person)
  const { id, topic } = session
  const mayCheck = right('checkRoom')
  return (
    <>
      <header className="page-head">
        <div>
          <p className="page-kicker">{t('before.check')}</p>
          <h1>{topic}</h1>
          <p className="room-soft">{t('before.checkIntro')}</p>
        </div>
        <nav className="page-links">
          <Link href={`/sessions/${id}/before`}>{t('before.title')}</Link>
          <Link href={`/sessions/${id}/room`}>{t('room.title')}</Link>
        </nav>
      </header>
      {mayCheck === true ? (
        <>
          <Rehearsal session={session} mayProject={right('project') === true} />
          <div className="check-columns">
            <div className="check-side">
              <PhonesCard sessionId={id} />
              <LineCard sessionId={id} />
            </div>
            <div className="check-side">
              <ScreenCard />
              <PaperCard version={session.versions.at(-1)} />
            </div>
          </div>
        </>
      ) : (
        <Notice tone="plain">{t(`refusal.${mayCheck}`)}</Notice>
      )}
    </>
  )
}

interface RehearsalProps {
  session: SessionView
  mayProject: boolean
}

function Rehearsal({ session, mayProject }: RehearsalProps) {
  const { t } = useWords()
  if (session.stage !== 'frozen') return null
  return (
    <section className="room-card check-rehearsal">
      <p>{t(mayProject ? 'before.rehearseHint' : 'before.rehearseChair')}</p>
      <LinkButton
        variant={mayProject ? 'primary' : 'plain'}
        href={`/sessions/${session.id}/project`}
      >
        {t(mayProject ? 'before.rehearse' : 'room.toScreen')}
      </LinkButton>
    </section>
  )
}
