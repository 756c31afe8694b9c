// Who wrote how much of a text as it stands, in the order of names.
import { colourOf } from '../../../shared/person-colour'
import { usePeople } from '../../pieces/people-names'
import { initialsOf } from '../../pieces/ui/initials'
import { useWords } from '../../pieces/words/words'
import type { Written } from './authors'

export function WhoWrote({ written }: { written: Written }) {
  const { t } = useWords()
  const { nameOf, idOf } = usePeople()
  const letters = new Map<string | null, number>()
  for (const [by, count] of written.flat()) letters.set(by, (letters.get(by) ?? 0) + count)
  const people = [...letters]
    .map(([by, count]) => ({ by, count, name: by ? nameOf(by) : t('changes.writtenByServer') }))
    .sort((a, b) => Number(a.by === null) - Number(b.by === null) || a.name.localeCompare(b.name))
  if (people.length === 0) return null
  return (
    <section>
      <h2>{t('changes.writtenBy')}</h2>
      <ul className="history-people">
        {people.map(({ by, count, name }) => (
          <li key={by ?? ''}>
            <span
              className="history-swatch"
              style={{ background: by ? colourOf(idOf(by)) : 'var(--soft)' }}
              aria-hidden="true"
            >
              {by ? initialsOf(name) : '–'}
            </span>
            <span>{name}</span>
            <span className="history-soft">{t('changes.share', { n: count })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
