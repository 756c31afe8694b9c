// "Tải Word", "Tải PDF" of a version: busy while the server makes the file; what went wrong is said.
import { useState } from 'react'
import { Link } from 'wouter'
import { api } from '../../api'
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
  const [making, setMaking] = useState<Form | null>(null)
  const take = async (form: Form) => {
    setMaking(form)
    try {
      const name = await saveFile(api.versions[':id'][form].$get({ param: { id: versionId } }))
      toast(t('export.made', { name }), 'green')
    } catch (error) {
      toast(say(error), 'red')
    } finally {
      setMaking(null)
    }
  }
  return (
    <p className="version-files">
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
    </p>
  )
}
