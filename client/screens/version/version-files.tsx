// "Tải Word", "Tải PDF" of a version: busy while the server makes the file; what went wrong is said.
import { useState } from 'react'
import { Link } from 'wouter'
import { type PaperStyle, paperStyles } from '../../../shared/records/cell'
import { api } from '../../api'
import { useMe } from '../../pieces/me'
import { styleWords } from '../../pieces/paper-style'
import { saveFile } from '../../pieces/save-file'
import { useTroubleText } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { toast } from '../../pieces/ui/toast'
import { useWords } from '../../pieces/words/words'
import './version-files.css'

const forms = ['docx', 'pdf'] as const
type Form = (typeof forms)[number]
const words = { docx: 'export.downloadWord', pdf: 'export.downloadPdf' } as const

export function VersionFiles({ versionId }: { versionId: string }) {
  const { t } = useWords()
  const say = useTroubleText()
  const { cell } = useMe()
  const [style, setStyle] = useState<PaperStyle>(cell.paperStyle ?? 'hd05')
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
      <label className="version-style">
        {t('out.form')}
        <select
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
      </label>
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
      <Link href="/verify">{t('export.verify')}</Link>
    </div>
  )
}
