// Who prepares, writes along, takes the minutes, chairs and is invited.
import type { PublicPerson } from '../../../shared/records/person'
import type { SeatPlan } from '../../../shared/records/session'
import { readingPosts } from '../../../shared/roles'
import { byGivenName } from '../name-order'
import { PersonSelect } from '../person-select'
import { Checkbox, Field } from '../ui/field'
import { useWords } from '../words/words'

interface SeatFieldsProps {
  seats: SeatPlan
  people: readonly PublicPerson[]
  onChange: (change: Partial<SeatPlan>) => void
}

const singleSeats = ['presenter', 'chair', 'minutesTaker'] as const

const toggled = (list: readonly string[], username: string, isOn: boolean) =>
  isOn ? [...list, username] : list.filter((one) => one !== username)

export function SeatFields({ seats, people, onChange }: SeatFieldsProps) {
  const { t } = useWords()
  const isEveryone = seats.coAuthors === 'everyone'
  const coAuthors: readonly string[] = seats.coAuthors === 'everyone' ? [] : seats.coAuthors
  const sorted = [...people].sort(byGivenName)
  // The locked are not offered, but keep a seat they already hold.
  const holds = ({ username }: PublicPerson) =>
    [seats.presenter, seats.chair, seats.minutesTaker, ...coAuthors, ...seats.guests].includes(
      username,
    )
  const present = sorted.filter((person) => !person.disabled || holds(person))
  const readers = present.filter(({ posts }) => posts.some((post) => readingPosts.includes(post)))
  const guests = present.filter(
    ({ posts, username, isLinkGuest }) =>
      (posts.length === 0 && !isLinkGuest) || seats.guests.includes(username),
  )
  return (
    <fieldset className="session-form-part">
      <legend className="session-form-legend">{t('sessionForm.seatsPart')}</legend>
      <div className="session-form-row session-form-thirds">
        {singleSeats.map((seat) => (
          <Field key={seat} label={t(`seat.${seat}`)}>
            <PersonSelect
              people={readers}
              nobody={t('sessionForm.nobodyYet')}
              value={seats[seat]}
              onPick={(username) => onChange({ [seat]: username })}
            />
          </Field>
        ))}
      </div>
      <fieldset className="session-form-choices" aria-label={t('sessionForm.coAuthors')}>
        <p className="ui-field-label">
          {t('sessionForm.coAuthors')}
          {coAuthors.length > 0 && (
            <span className="session-form-count">
              {' · '}
              {t('sessionForm.chosenCount', { count: coAuthors.length })}
            </span>
          )}
        </p>
        <Checkbox
          label={t('sessionForm.wholeCell')}
          hint={t('sessionForm.wholeCellHint')}
          checked={isEveryone}
          onChange={(event) => onChange({ coAuthors: event.target.checked ? 'everyone' : [] })}
        />
        {!isEveryone && (
          <div className="session-form-people">
            {readers
              .filter(({ username }) => username !== seats.presenter)
              .map(({ username, name }) => (
                <Checkbox
                  key={username}
                  label={name}
                  checked={coAuthors.includes(username)}
                  onChange={(event) =>
                    onChange({ coAuthors: toggled(coAuthors, username, event.target.checked) })
                  }
                />
              ))}
          </div>
        )}
      </fieldset>
      <fieldset className="session-form-choices" aria-label={t('sessionForm.guests')}>
        <p className="ui-field-label">{t('sessionForm.guests')}</p>
        {guests.length === 0 && <p className="ui-field-hint">{t('sessionForm.guestsNone')}</p>}
        {guests.length > 0 && (
          <div className="session-form-people">
            {guests.map(({ username, name }) => (
              <Checkbox
                key={username}
                label={name}
                checked={seats.guests.includes(username)}
                onChange={(event) =>
                  onChange({ guests: toggled(seats.guests, username, event.target.checked) })
                }
              />
            ))}
          </div>
        )}
      </fieldset>
    </fieldset>
  )
}
