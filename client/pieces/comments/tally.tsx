// How many comments a paper has, by kind, and how many are answered: always in sight.

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { commentKinds } from '../../../shared/facts/thread'
import type { ThreadView } from '../../../shared/records/thread'
import { useWords } from '../words/words'

interface TallyProps {
  sessionId: string
  threads: readonly ThreadView[]
  /** What may be done about the unanswered ones. */
  children?: ReactNode
}

export function Tally({ sessionId, threads, children }: TallyProps) {
  const { t } = useWords()
  const standing = threads.filter(({ state }) => state !== 'withdrawn')
  const answered = standing.filter(({ state }) => state === 'answered').length
  if (standing.length === 0) return null
  const kinds = commentKinds.flatMap((kind) => {
    const count = standing.filter((thread) => thread.kind === kind).length
    return count > 0 ? [t(`comments.tally-${kind}`, { count })] : []
  })
  return (
    <>
      <section className="tally" aria-label={t('comments.tally')}>
        <p className="tally-line">
          <strong>{t('comments.tallyAnswered', { answered, total: standing.length })}</strong>
          <span className="comment-small"> {kinds.join(' · ')}</span>
          <Link href={`/sessions/${sessionId}/answers`} className="tally-link">
            {t('comments.toTable')}
          </Link>
        </p>
        <progress className="tally-bar" value={answered} max={standing.length} aria-hidden="true" />
      </section>
      {children && <div className="tally-act">{children}</div>}
    </>
  )
}
