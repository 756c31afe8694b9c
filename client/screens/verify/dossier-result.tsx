// What the check of a whole dossier found, file by file, in words for whoever keeps it.
import type { Text } from '../../../shared/i18n/table'
import { type Finding, isWrong } from '../../../shared/papers/check-dossier'
import { findingWords } from '../../../shared/papers/finding-words'
import { Notice } from '../../pieces/ui/notice'
import { useWords } from '../../pieces/words/words'
import type { DossierCheck } from './sources'

const named = [
  [/^ban-chot\/ban-chot-(\d+)-.*\.json$/, 'out.partText'],
  [/^ban-chot\/ban-chot-(\d+)-.*\.docx$/, 'out.partWord'],
  [/^ban-chot\/ban-chot-(\d+)-.*\.pdf$/, 'out.partPdf'],
  [/^bang-tiep-thu\//, 'out.partAnswers'],
  [/^dang-viet\/de-cuong/, 'out.partOutline'],
  [/^dang-viet\/du-thao/, 'out.partDraft'],
  [/^(?:dang-viet|bien-ban)\/bien-ban/, 'out.partMinutes'],
  [/^ho-so\.json$/, 'out.partRecord'],
  [/^muc-luc\.html$/, 'out.partIndex'],
  [/^DOC-TOI-TRUOC\.txt$/, 'out.partReadMe'],
] as const

/** What a file of a dossier is; one that we never put there is called as it is. */
function partName(file: string, t: Text): string {
  for (const [pattern, key] of named) {
    const found = pattern.exec(file)
    if (found) return t(key, { number: found[1] ?? '' })
  }
  return file
}

export function DossierResult({ name, check }: { name: string; check: DossierCheck }) {
  const { t } = useWords()
  const { facts, findings } = check
  const wrong = findings.filter(isWrong)
  const right = findings.filter((one) => !isWrong(one))
  const isWhole = wrong.length === 0
  return (
    <>
      <Notice tone={isWhole ? 'green' : 'red'}>
        <p className="verify-name">{name}</p>
        <h2>{t(isWhole ? 'out.dossierWhole' : 'out.dossierChanged')}</h2>
        {facts && <p>{t('out.dossierOf', { ...facts })}</p>}
        <p>{t('out.dossierCounts', { right: right.length, wrong: wrong.length })}</p>
      </Notice>
      {!isWhole && <Findings title={t('out.wrongFiles')} findings={wrong} />}
      {right.length > 0 && (
        <details className="verify-right" open={isWhole || undefined}>
          <summary>{t('out.rightFiles', { n: right.length })}</summary>
          <Findings findings={right} />
        </details>
      )}
    </>
  )
}

function Findings({ title, findings }: { title?: string; findings: readonly Finding[] }) {
  const { t } = useWords()
  return (
    <section className="verify-files">
      {title !== undefined && <h2>{title}</h2>}
      <ul>
        {findings.map((finding) => (
          <li
            key={`${finding.kind} ${finding.file}`}
            className={isWrong(finding) ? 'is-wrong' : ''}
          >
            <strong>{t(findingWords[finding.kind])}</strong>
            <span>{partName(finding.file, t)}</span>
            <code>{finding.file}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
