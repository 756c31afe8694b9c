// What each person did, as facts in the order of names: nobody is ranked.

import { commentKinds, verdicts } from '../../../shared/facts/thread'
import type { AnswersTable } from '../../../shared/papers/answers-schema'
import { postWords } from '../../../shared/papers/answers-words'
import { useWords } from '../../pieces/words/words'

export function Contributions({ contributions }: Pick<AnswersTable, 'contributions'>) {
  const { t } = useWords()
  const facts = (one: AnswersTable['contributions'][number]) => [
    { words: t('answers.columnCount'), count: one.comments },
    ...commentKinds.map((kind) => ({ words: t(`commentKind.${kind}`), count: one.kinds[kind] })),
    ...verdicts.map((verdict) => ({
      words: t(`verdict.${verdict}`),
      count: one.verdicts[verdict],
    })),
    { words: t('answers.open'), count: one.open },
    { words: t('answers.columnAgreements'), count: one.agreements },
  ]
  const [first] = contributions
  if (!first) return null
  return (
    <section className="answers-people" aria-labelledby="answers-people">
      <h2 id="answers-people">{t('answers.contributions')}</h2>
      <p className="answers-hint">{t('answers.contributionsHint')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('answers.columnName')}</th>
            <th scope="col">{t('answers.columnPost')}</th>
            {facts(first).map(({ words }) => (
              <th key={words} scope="col" className="answers-count">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {contributions.map((one) => (
            <tr key={one.person.username}>
              <th scope="row">{one.person.name}</th>
              <td className="answers-post">{postWords(one.person, t)}</td>
              {facts(one).map(({ words, count }) => (
                <td
                  key={words}
                  className={`answers-count ${count === 0 ? 'is-zero' : ''}`}
                  data-label={words}
                >
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
