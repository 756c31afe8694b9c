// "Tải Word", "Tải PDF": busy while the server makes the file; what went wrong is said.
import type { ClientResponse } from 'hono/client'
import { useState } from 'react'
import { saveFile } from './save-file'
import { useTroubleText } from './trouble'
import { Button } from './ui/button'
import { toast } from './ui/toast'
import { useWords } from './words/words'

export const forms = ['docx', 'pdf'] as const
export type Form = (typeof forms)[number]
const words = { docx: 'export.downloadWord', pdf: 'export.downloadPdf' } as const

interface DownloadButtonsProps {
  request: (form: Form) => Promise<ClientResponse<unknown>>
  /** The one that most people want. */
  primary?: Form
}

export function DownloadButtons({ request, primary }: DownloadButtonsProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const [making, setMaking] = useState<Form | null>(null)
  const take = async (form: Form) => {
    setMaking(form)
    try {
      toast(t('export.made', { name: await saveFile(request(form)) }), 'green')
    } catch (error) {
      toast(say(error), 'red')
    } finally {
      setMaking(null)
    }
  }
  return forms.map((form) => (
    <Button
      key={form}
      variant={form === primary ? 'primary' : 'plain'}
      busy={making === form}
      aria-disabled={making !== null || undefined}
      onClick={() => making === null && void take(form)}
    >
      {t(words[form])}
    </Button>
  ))
}
