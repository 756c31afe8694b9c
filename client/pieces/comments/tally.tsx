// How many comments a paper has, by kind, and how many are answered: always in sight.
import type { ReactNode } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { commentKinds } from '../../../shared/records/thread'
import { useWords } from '../words/words'

export function Tally({
  threads,
  children,
}: {
  threads: readonly ThreadView[]
  children?: ReactNode
}) {
  const { t } = useWords()
  const standing = threads.filter(({ state }) => state !== 'withdrawn')
  const answered = standing.filter(({ state }) => state === 'answered').length
  if (standing.length === 0) return null
  const kinds = commentKinds.flatMap((kind) => {
    const count = standing.filter((thread) => thread.kind === kind).length
    return count > 0 ? [`${count} ${t(`commentKind.${kind}`).toLocaleLowerCase('vi')}`] : []
  })
  return (
    <section className="tally" aria-label={t('comments.tally')}>
      <p className="tally-line">
        <strong>{t('comments.tallyAnswered', { answered, total: standing.length })}</strong>
        <span className="comment-small"> {kinds.join(' · ')}</span>
      </p>
      <progress className="tally-bar" value={answered} max={standing.length} aria-hidden="true" />
      {children}
    </section>
  )
}
