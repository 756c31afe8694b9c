// The revising desk: what is to be answered, the live text, and the frozen one beside it.
import type { SessionView } from '../../../shared/events'
import { canReadLive } from '../../../shared/rights'
import { Barred } from '../../pieces/barred'
import { useSession } from '../../pieces/live/session-live'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { ReviseDesk } from './revise-desk'
import './revise.css'

export function Revise({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { session, error, refresh } = useSession(sessionId)
  usePageTitle(session ? `${t('after.revise')} · ${session.topic}` : undefined)
  if (session) return <Desk session={session} refresh={() => void refresh()} />
  return (
    <main className="revise-alone">
      {error ? <Trouble error={error} retry={() => void refresh()} /> : <Waiting />}
    </main>
  )
}

function Desk({ session, refresh }: { session: SessionView; refresh: () => void }) {
  const { person } = useMe()
  const where = { stage: session.stage, windows: session.windows, now: 0 }
  if (canReadLive(standingIn(session, person), where)) {
    return <ReviseDesk session={session} person={person} refresh={refresh} />
  }
  return (
    <main className="revise-alone">
      <Barred code="not-yours" />
    </main>
  )
}
