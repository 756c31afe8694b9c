// One person of the attendance list: present, excused or absent, and why.

import { mostReasonLetters } from '../../../shared/facts/absence'
import { hasVote } from '../../../shared/quorum'
import type { PublicPerson } from '../../../shared/records/person'
import { Avatar } from '../ui/avatar'
import { TextInput } from '../ui/field'
import { useWords } from '../words/words'
import type { Kind, Mark } from './roll'

const kinds = [
  ['present', 'before.present'],
  ['excused', 'before.excused'],
  ['absent', 'before.absentWithout'],
] as const satisfies readonly (readonly [Kind, string])[]

interface AttendanceRowProps {
  person: PublicPerson
  mark: Mark | null
  /** Why, where an absence was announced before the meeting. */
  foretold: string | undefined
  isGuest: boolean
  onMark: (mark: Mark) => void
}

export function AttendanceRow({ person, mark, foretold, isGuest, onMark }: AttendanceRowProps) {
  const { t } = useWords()
  const { id, username, name } = person
  const facts = [
    foretold !== undefined &&
      (mark?.kind === 'present'
        ? t('before.foretoldBut', { reason: foretold })
        : t('before.foretold')),
    isGuest ? t('before.guest') : !hasVote(person) && t('before.noVote'),
  ].filter(Boolean)
  return (
    <li>
      <fieldset className="attendance-row">
        <legend>
          <Avatar name={name} id={id} size={28} decorative />{' '}
          <span>
            {name}
            {facts.length > 0 && <small className="attendance-fact">{facts.join(' · ')}</small>}
          </span>
        </legend>
        <div className="attendance-kinds">
          {kinds.map(([kind, words]) => (
            <label key={kind} className={`attendance-kind is-${kind}`}>
              <input
                type="radio"
                name={`attendance-${username}`}
                checked={mark?.kind === kind}
                onChange={() => onMark({ kind, reason: mark?.reason || (foretold ?? '') })}
              />
              <span>{t(words)}</span>
            </label>
          ))}
        </div>
        {mark && mark.kind !== 'present' && (
          <TextInput
            className="attendance-reason"
            aria-label={t('before.reasonOf', { name })}
            placeholder={t('before.reason')}
            maxLength={mostReasonLetters}
            value={mark.reason}
            onChange={(event) => onMark({ ...mark, reason: event.target.value })}
          />
        )}
      </fieldset>
    </li>
  )
}
