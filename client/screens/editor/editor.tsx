// The editor's address: finds the session and the paper that is meant, or says why not.
import { papers } from '../../../shared/rights'
import { stagesFrom } from '../../../shared/stages'
import { useSession } from '../../pieces/live/session-live'
import { useMe } from '../../pieces/me'
import { Trouble } from '../../pieces/trouble'
import { Waiting } from '../../pieces/ui/waiting'
import { EditorDesk } from './editor-desk'
import './editor.css'

interface EditorProps {
  sessionId: string
  paper?: string
}

export function Editor({ sessionId, paper }: EditorProps) {
  const { person, cell } = useMe()
  const { session, error, refresh } = useSession(sessionId)
  if (!session) {
    return error ? (
      <main className="editor-trouble">
        <Trouble error={error} retry={() => void refresh()} />
      </main>
    ) : (
      <Waiting />
    )
  }
  // From the draft on it is the paper that everyone works at.
  const usual = stagesFrom('draft').includes(session.stage) ? 'draft' : 'outline'
  const shown = papers.find((name) => name === paper) ?? usual
  return (
    <EditorDesk
      key={`${session.id} ${shown}`}
      session={session}
      paper={shown}
      person={person}
      cell={cell}
      refresh={refresh}
    />
  )
}
