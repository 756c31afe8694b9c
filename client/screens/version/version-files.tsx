// What a version leaves as: Word, PDF, print, dossier, and the way to the check of a file.
import { useId, useState } from 'react'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { type PaperStyle, paperStyles } from '../../../shared/facts/cell'
import { api } from '../../api'
import { DossierLink } from '../../pieces/dossier-link'
import { DownloadButtons } from '../../pieces/download-buttons'
import { useMe } from '../../pieces/me'
import { styleWords } from '../../pieces/paper-style'
import { PrintPaper } from '../../pieces/print-paper/print-paper'
import { usePrintSheet } from '../../pieces/print-paper/use-print-sheet'
import { Button } from '../../pieces/ui/button'
import { useWords } from '../../pieces/words/words'
import './version-files.css'

interface VersionFilesProps {
  versionId: string
  session: SessionView
}

export function VersionFiles({ versionId, session }: VersionFilesProps) {
  const { t } = useWords()
  const { cell } = useMe()
  const [style, setStyle] = useState<PaperStyle>(cell.paperStyle ?? 'hd05')
  const isFinal = session.versions.some(({ id, stage }) => id === versionId && stage === 'approved')
  const [isNumbered, setNumbered] = useState(!isFinal)
  const styleId = useId()
  const sheet = usePrintSheet(versionId, style, isNumbered)
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
      <label className="version-numbers">
        <input
          type="checkbox"
          checked={isNumbered}
          onChange={({ target }) => setNumbered(target.checked)}
        />
        {t('out.numbers')}
      </label>
      <DownloadButtons
        request={(form) =>
          api.versions[':id'][form].$get({
            param: { id: versionId },
            query: { style, numbers: isNumbered ? '1' : '0' },
          })
        }
      />
      <Button aria-disabled={!sheet || undefined} onClick={() => sheet && window.print()}>
        {t('out.print')}
      </Button>
      <DossierLink session={session} />
      <Link href="/verify">{t('export.verify')}</Link>
      <PrintPaper sheet={sheet} />
    </div>
  )
}
