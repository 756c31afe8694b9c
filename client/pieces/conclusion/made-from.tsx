// Whose opinions an item of the conclusion was made of.
import { useWords } from '../words/words'
import type { Source } from './sources'
import './gather.css'

export function MadeFrom({
  from = [],
  sources,
}: {
  from?: readonly string[] | undefined
  sources: readonly Source[]
}) {
  const { t } = useWords()
  const named = sources.filter(({ id }) => from.includes(id))
  if (named.length === 0) return null
  return (
    <p className="made-from" title={named.map(({ who, words }) => `${who}: ${words}`).join('\n')}>
      {t('after.madeFrom')}: {[...new Set(named.map(({ who }) => who))].join(', ')}
    </p>
  )
}
