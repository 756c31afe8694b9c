// The check of the room before a meeting: what the screen shows, whether phones come through, the line, the clock.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { useSession } from '../../pieces/live/session-live'
import { useRights } from '../../pieces/live/standing'
import { MainBar } from '../../pieces/main-bar'
import { useMe } from '../../pieces/me'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { LineCard } from './line-card'
import { PaperCard } from './paper-card'
import { PhonesCard } from './phones-card'
import { ScreenCard } from './screen-card'
import '../../pieces/meeting/room-card.css'
import './check.css'

export function Check({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { session, error, refresh } = useSession(sessionId)
  usePageTitle(t('before.check'))
  return (
    <>
      <MainBar here="plan" />
      <main id="main" className="check" tabIndex={-1}>
        {session ? (
          <Checking session={session} />
        ) : error ? (
          <Trouble error={error} retry={() => void refresh()} />
        ) : (
          <Waiting />
        )}
      </main>
    </>
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
      <header className="check-head">
        <div>
          <p className="check-kicker">{t('before.check')}</p>
          <h1>{topic}</h1>
          <p className="room-soft">{t('before.checkIntro')}</p>
        </div>
        <nav className="check-links">
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
