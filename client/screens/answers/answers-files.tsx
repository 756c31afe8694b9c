// What the table of answers leaves as: Word, PDF, print, and with everything else the dossier.
import type { SessionView } from '../../../shared/events'
import { api } from '../../api'
import { DossierLink } from '../../pieces/dossier-link'
import { DownloadButtons, type Form } from '../../pieces/download-buttons'
import { Button, buttonLook } from '../../pieces/ui/button'
import { useWords } from '../../pieces/words/words'
import type { RoundKey } from './rounds'

function request(session: SessionView, round: RoundKey, form: Form) {
  if (round === 'all') {
    return api.sessions[':id'].answers[form].$get({ param: { id: session.id } })
  }
  if (round === 'outline' || round === 'draft') {
    return api.documents[':id'].answers[form].$get({ param: { id: session.documents[round] } })
  }
  const version = session.versions.find(({ number }) => round === `v${number}`)
  return api.versions[':id'].answers[form].$get({ param: { id: version?.id ?? '' } })
}

export function AnswersFiles({ session, round }: { session: SessionView; round: RoundKey }) {
  const { t } = useWords()
  return (
    <div className="answers-acts">
      <DownloadButtons request={(form) => request(session, round, form)} primary="docx" />
      {round === 'all' && <DossierLink session={session} className={buttonLook('plain')} />}
      <Button className="answers-print" variant="quiet" onClick={() => window.print()}>
        {t('answers.print')}
      </Button>
    </div>
  )
}
