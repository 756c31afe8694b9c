// Reading the minutes back before the meeting: large, with the agreement and the signatures beside them.
import type { SessionView } from '../../../shared/events'
import { canReadLive } from '../../../shared/rights'
import { AccountMenu } from '../../pieces/account-menu'
import { Barred } from '../../pieces/barred'
import { useSession } from '../../pieces/live/session-live'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { MinutesText } from '../../pieces/minutes/minutes-text'
import { Signing } from '../../pieces/minutes/signing'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { Icon } from '../../pieces/ui/icon'
import { LinkButton } from '../../pieces/ui/link-button'
import { TopBar } from '../../pieces/ui/top-bar'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import './minutes-page.css'

export function MinutesPage({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { session, error, refresh } = useSession(sessionId)
  usePageTitle(session ? `${t('after.minutes')} · ${session.topic}` : undefined)
  return (
    <>
      <TopBar
        left={
          <LinkButton variant="quiet" href={`/sessions/${sessionId}/room`}>
            <Icon name="chevron-left" />
            {t('room.title')}
          </LinkButton>
        }
        right={<AccountMenu />}
      />
      <main id="main" className="minutes-page" tabIndex={-1}>
        {session ? (
          <Reading session={session} onSession={() => void refresh()} />
        ) : error ? (
          <Trouble error={error} retry={() => void refresh()} />
        ) : (
          <Waiting />
        )}
      </main>
    </>
  )
}

function Reading({ session, onSession }: { session: SessionView; onSession: () => void }) {
  const { t } = useWords()
  const { person } = useMe()
  const where = { stage: session.stage, windows: session.windows, now: 0 }
  if (!canReadLive(standingIn(session, person), where)) {
    return <Barred code="not-yours" />
  }
  return (
    <>
      <aside className="minutes-side" aria-label={t('after.minutes')}>
        <h1>{t('after.minutesRead')}</h1>
        <p className="signing-soft">{session.topic}</p>
        <Signing session={session} onSession={onSession} />
        {!session.minutesSigned && <p className="signing-soft">{t('after.minutesReading')}</p>}
      </aside>
      <article className="minutes-paper" aria-label={t('after.minutes')}>
        <MinutesText session={session} />
      </article>
    </>
  )
}
