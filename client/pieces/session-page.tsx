// A page about one session: the bar, and the wait until the session is here.
import type { ReactNode } from 'react'
import type { SessionView } from '../../shared/events'
import { useSession } from './live/session-live'
import { MainBar } from './main-bar'
import { usePageTitle } from './page-title'
import { Trouble } from './trouble'
import { Waiting } from './ui/waiting'
import './session-page.css'

interface SessionPageProps {
  sessionId: string
  title: string
  children: (session: SessionView, refresh: () => void) => ReactNode
}

export function SessionPage({ sessionId, title, children }: SessionPageProps) {
  const { session, error, refresh } = useSession(sessionId)
  const again = () => void refresh()
  usePageTitle(title)
  return (
    <>
      <MainBar here="plan" />
      <main id="main" className="session-page" tabIndex={-1}>
        {session ? (
          children(session, again)
        ) : error ? (
          <Trouble error={error} retry={again} />
        ) : (
          <Waiting />
        )}
      </main>
    </>
  )
}
