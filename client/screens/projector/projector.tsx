// The projector's address: finds the session's latest version, or says why there is nothing to show.
import { useSession } from '../../pieces/live/session-live'
import { Trouble } from '../../pieces/trouble'
import { LinkButton } from '../../pieces/ui/link-button'
import { Waiting } from '../../pieces/ui/waiting'
import { useVersion } from '../../pieces/version-text/use-version'
import { useWords } from '../../pieces/words/words'
import { Screen } from './screen'
import './projector.css'
import './projector-overlays.css'

export function Projector({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { session, error, refresh } = useSession(sessionId)
  const latest = session?.versions.at(-1)
  const { version, error: versionError, retry } = useVersion(latest?.id)
  if (session && version) return <Screen key={version.id} session={session} version={version} />
  const trouble = error ?? versionError
  return (
    <main className="projector-alone">
      {trouble ? (
        <Trouble error={trouble} retry={() => (error ? void refresh() : retry())} />
      ) : session && !latest ? (
        <>
          <h1>{t('projector.noVersion')}</h1>
          <p>{t('projector.noVersionHint')}</p>
          <LinkButton href={`/sessions/${sessionId}`}>{t('projector.back')}</LinkButton>
        </>
      ) : (
        <Waiting />
      )}
    </main>
  )
}
