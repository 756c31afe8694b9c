// How many comments, how many answered and how, how many of each kind.

import { commentKinds, verdicts } from '../../../shared/facts/thread'
import type { AnswersTable } from '../../../shared/papers/answers-schema'
import { useWords } from '../../pieces/words/words'

export function Tally({ totals }: Pick<AnswersTable, 'totals'>) {
  const { t } = useWords()
  const fact = (words: string, count: number, look: string) => (
    <div key={words} className={`answers-fact is-${look} ${count === 0 ? 'is-zero' : ''}`}>
      <dt>{words}</dt>
      <dd>{count}</dd>
    </div>
  )
  return (
    <dl className="answers-tally">
      {fact(t('answers.total'), totals.comments, 'whole')}
      {verdicts.map((verdict) => fact(t(`verdict.${verdict}`), totals.verdicts[verdict], verdict))}
      {fact(t('answers.open'), totals.open, 'open')}
      <div className="answers-kinds">
        <dt>{t('answers.byKind')}</dt>
        <dd>
          {commentKinds
            .map((kind) => `${t(`commentKind.${kind}`)} ${totals.kinds[kind]}`)
            .join(' · ')}
        </dd>
      </div>
    </dl>
  )
}
