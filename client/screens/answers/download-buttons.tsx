// "Tải Word", "Tải PDF": busy while the server makes the file; what went wrong is said.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { DossierLink } from '../../pieces/dossier-link'
import { useTroubleText } from '../../pieces/trouble'
import { Button, buttonLook } from '../../pieces/ui/button'
import { toast } from '../../pieces/ui/toast'
import { useWords } from '../../pieces/words/words'
import { download, type Form, forms } from './download'
import type { RoundKey } from './rounds'

const words = { docx: 'answers.downloadWord', pdf: 'answers.downloadPdf' } as const

export function DownloadButtons({ session, round }: { session: SessionView; round: RoundKey }) {
  const { t } = useWords()
  const say = useTroubleText()
  const [making, setMaking] = useState<Form | null>(null)
  const take = async (form: Form) => {
    setMaking(form)
    try {
      toast(t('answers.made', { name: await download(session, round, form) }), 'green')
    } catch (error) {
      toast(say(error), 'red')
    } finally {
      setMaking(null)
    }
  }
  return (
    <div className="answers-acts">
      {forms.map((form) => (
        <Button
          key={form}
          variant={form === 'docx' ? 'primary' : 'plain'}
          busy={making === form}
          aria-disabled={making !== null || undefined}
          onClick={() => making === null && void take(form)}
        >
          {t(words[form])}
        </Button>
      ))}
      {round === 'all' && <DossierLink session={session} className={buttonLook('plain')} />}
      <Button className="answers-print" variant="quiet" onClick={() => window.print()}>
        {t('answers.print')}
      </Button>
    </div>
  )
}
