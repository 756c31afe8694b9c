// What an import brings, changes and leaves out, each with the first examples.
import type { ImportReport as Report } from '../../../shared/records/import-report'
import { useWords } from '../words/words'

const counted = ['words', 'headings', 'paragraphs', 'lists', 'tables', 'images', 'notes'] as const
const shownExamples = 8

interface LinesProps {
  title: string
  lines: readonly { words: string; count: number; examples: readonly string[] }[]
}

function Lines({ title, lines }: LinesProps) {
  const { t } = useWords()
  if (lines.length === 0) return null
  return (
    <section className="import-lines">
      <h3>{title}</h3>
      <ul>
        {lines.map(({ words, count, examples }) => (
          <li key={words}>
            {examples.length === 0 ? (
              t('import.count', { what: words, count })
            ) : (
              <details>
                <summary>{t('import.count', { what: words, count })}</summary>
                <ul>
                  {examples.slice(0, shownExamples).map((example) => (
                    <li key={example}>{example}</li>
                  ))}
                  {count > shownExamples && examples.length > shownExamples && (
                    <li>{t('import.more', { count: count - shownExamples })}</li>
                  )}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ImportReport({ report }: { report: Report }) {
  const { t } = useWords()
  const { came, changed, leftOut, comments } = report
  const numbers = counted.filter((name) => came[name] > 0)
  return (
    <div className="import-report">
      <ul className="import-came" aria-label={t('import.came')}>
        {numbers.map((name) => (
          <li key={name}>{t(`import.${name}`, { count: came[name] })}</li>
        ))}
        {comments.length > 0 && <li>{t('import.comments', { count: comments.length })}</li>}
      </ul>
      {changed.length + leftOut.length === 0 && <p>{t('import.nothingElse')}</p>}
      <Lines
        title={t('import.leftOut')}
        lines={leftOut.map(({ what, ...line }) => ({
          ...line,
          words: t(`importOmission.${what}`),
        }))}
      />
      <Lines
        title={t('import.changed')}
        lines={changed.map(({ what, ...line }) => ({ ...line, words: t(`importChange.${what}`) }))}
      />
    </div>
  )
}
