// The notice, the letter to a guest, the calendar entry and the words for Zalo, ready to be sent.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { api } from '../../api'
import { isLocalPage, useAddresses } from '../../pieces/addresses'
import { CopyWords } from '../../pieces/copy-words'
import { usePeople } from '../../pieces/people-names'
import { saveFile } from '../../pieces/save-file'
import { Button, buttonLook } from '../../pieces/ui/button'
import { Field, Select } from '../../pieces/ui/field'
import { Icon } from '../../pieces/ui/icon'
import { Notice } from '../../pieces/ui/notice'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

interface CardProps {
  session: SessionView
  /** Whoever plans the session sends it out; everyone else takes the notice and the calendar entry. */
  sends: boolean
}

export function InvitationCard({ session, sends }: CardProps) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const { addresses } = useAddresses()
  const { isBusy, trouble, send } = useSending()
  const [to, setTo] = useState('')
  const { id, topic, meetingAt, place, seats } = session
  const named = (username: string | null) =>
    username === null ? t('before.notNamed') : nameOf(username)
  const param = { id }
  const query = to === '' ? {} : { to }
  const invitation = api.sessions[':id'].invitation
  const save = (request: Parameters<typeof saveFile>[0]) =>
    send(async () => {
      await saveFile(request)
    })
  const words =
    sends &&
    addresses &&
    t('before.zalo', {
      topic,
      at: dateTime(meetingAt),
      place: place || t('before.notPlaced'),
      chair: named(seats.chair),
      presenter: named(seats.presenter),
      link: `${addresses.base}/sessions/${id}/before`,
    })

  return (
    <section className="room-card" aria-labelledby="before-invitation">
      <header className="room-card-head">
        <h2 id="before-invitation">{t('before.invitation')}</h2>
      </header>
      {sends && <p className="room-soft">{t('before.invitationIntro')}</p>}
      {sends && seats.guests.length > 0 && (
        <Field label={t('before.letterFor')}>
          <Select value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">{t('before.everybody')}</option>
            {seats.guests.map((username) => (
              <option key={username} value={username}>
                {nameOf(username)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className="before-files">
        <Button busy={isBusy} onClick={() => void save(invitation.docx.$get({ param, query }))}>
          <Icon name="import" size={18} /> Word
        </Button>
        <Button busy={isBusy} onClick={() => void save(invitation.pdf.$get({ param, query }))}>
          <Icon name="import" size={18} /> PDF
        </Button>
        {/* Opened, not saved: a phone asks at once whether to add it to its calendar. */}
        <a
          className={buttonLook('plain')}
          href={`/api/sessions/${id}/ics`}
          title={t('before.calendarHint')}
        >
          <span className="ui-button-words">
            <Icon name="calendar" size={18} /> {t('before.calendar')}
          </span>
        </a>
      </div>
      {trouble && <Notice tone="red">{trouble}</Notice>}
      {words && (
        <CopyWords
          label={t('before.copyText')}
          copyLabel={t('before.copy')}
          words={words}
          rows={7}
        />
      )}
      {words && addresses.reachable.length === 0 && (
        <p className="before-careful">{t('before.checkNoAddress')}</p>
      )}
      {words && addresses.reachable.length > 0 && isLocalPage() && (
        <p className="before-careful">{t('before.addressLocal')}</p>
      )}
    </section>
  )
}
