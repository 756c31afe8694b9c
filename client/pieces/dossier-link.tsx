// The way to a session's dossier: the browser itself takes it to disk, however long it is.
import type { SessionView } from '../../shared/events'
import { useWords } from './words/words'

interface DossierLinkProps {
  session: Pick<SessionView, 'id' | 'versions'>
  className?: string
}

/** Before there is a version there is nothing to keep. */
export function DossierLink({ session, className }: DossierLinkProps) {
  const { t } = useWords()
  if (session.versions.length === 0) return null
  return (
    <a
      className={className}
      href={`/api/sessions/${session.id}/dossier`}
      title={t('out.dossierHint')}
      download
    >
      {t('out.dossier')}
    </a>
  )
}
