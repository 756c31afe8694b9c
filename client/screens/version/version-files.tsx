// "Tải Word", "Tải PDF", "In" of a version: busy while the server makes the file; what went wrong is said.
import { useId, useState } from 'react'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { type PaperStyle, paperStyles } from '../../../shared/records/cell'
import { api } from '../../api'
import { DossierLink } from '../../pieces/dossier-link'
import { useMe } from '../../pieces/me'
import { styleWords } from '../../pieces/paper-style'
import { PrintPaper } from '../../pieces/print-paper/print-paper'
import { usePrintSheet } from '../../pieces/print-paper/use-print-sheet'
import { saveFile } from '../../pieces/save-file'
import { useTroubleText } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { toast } from '../../pieces/ui/toast'
import { useWords } from '../../pieces/words/words'
import './version-files.css'

const forms = ['docx', 'pdf'] as const
type Form = (typeof forms)[number]
const words = { docx: 'export.downloadWord', pdf: 'export.downloadPdf' } as const

interface VersionFilesProps {
  versionId: string
  session: SessionView
}

export function VersionFiles({ versionId, session }: VersionFilesProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const { cell } = useMe()
  const [style, setStyle] = useState<PaperStyle>(cell.paperStyle ?? 'hd05')
  const styleId = useId()
  const sheet = usePrintSheet(versionId, style)
  const [making, setMaking] = useState<Form | null>(null)
  const take = async (form: Form) => {
    setMaking(form)
    try {
      const name = await saveFile(
        api.versions[':id'][form].$get({ param: { id: versionId }, query: { style } }),
      )
      toast(t('export.made', { name }), 'green')
    } catch (error) {
      toast(say(error), 'red')
    } finally {
      setMaking(null)
    }
  }
  return (
    <div className="version-files">
      <span className="version-style">
        <label htmlFor={styleId}>{t('out.form')}</label>
        <select
          id={styleId}
          value={style}
          onChange={({ target }) =>
            setStyle(paperStyles.find((one) => one === target.value) ?? 'hd05')
          }
        >
          {paperStyles.map((one) => (
            <option key={one} value={one}>
              {t(styleWords[one])}
            </option>
          ))}
        </select>
      </span>
      {forms.map((form) => (
        <Button
          key={form}
          busy={making === form}
          aria-disabled={making !== null || undefined}
          onClick={() => making === null && void take(form)}
        >
          {t(words[form])}
        </Button>
      ))}
      <Button aria-disabled={!sheet || undefined} onClick={() => sheet && window.print()}>
        {t('out.print')}
      </Button>
      <DossierLink session={session} />
      <Link href="/verify">{t('export.verify')}</Link>
      <PrintPaper sheet={sheet} />
    </div>
  )
}
