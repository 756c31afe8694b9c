// The head of an outline or a draft as the Party's form prints it; shown, not written.
import { letterhead } from '../../../shared/document/letterhead'
import { useWords } from '../words/words'

interface LetterheadProps {
  cell: { name: string; parentName: string; place: string }
  year: number
}

/** Day and month stay open until the paper is signed. */
export function Letterhead({ cell, year }: LetterheadProps) {
  const { t } = useWords()
  return (
    <section className="paper-letterhead" aria-label={t('editor.letterhead')} lang="vi">
      <div>
        {cell.parentName && <p>{cell.parentName}</p>}
        <p className="paper-letterhead-strong">{cell.name}</p>
        <p>*</p>
      </div>
      <div>
        <p className="paper-letterhead-party">{letterhead.party}</p>
        <p className="paper-letterhead-date">{letterhead.dateLine(cell.place, year)}</p>
      </div>
    </section>
  )
}
