// Guests from above: each with a link of their own for this session, renewed and withdrawn here.
import { type FormEvent, useState } from 'react'
import useSWR from 'swr'
import type { SessionView } from '../../../shared/events'
import type { GuestView } from '../../../shared/records/guest-link'
import { api, call } from '../../api'
import { useAddresses } from '../../pieces/addresses'
import { CopyWords } from '../../pieces/copy-words'
import { useMe } from '../../pieces/me'
import { Trouble } from '../../pieces/trouble'
import { Badge } from '../../pieces/ui/badge'
import { Button } from '../../pieces/ui/button'
import { Field, TextInput } from '../../pieces/ui/field'
import { Held } from '../../pieces/ui/held'
import { Notice } from '../../pieces/ui/notice'
import { toast } from '../../pieces/ui/toast'
import { Waiting } from '../../pieces/ui/waiting'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

interface Told {
  readonly name: string
  readonly link: string
}

export function GuestsCard({ session }: { session: SessionView }) {
  const { t } = useWords()
  const param = { id: session.id }
  const guests = api.sessions[':id'].guests
  const { data, error, mutate } = useSWR(['guests', session.id, session.seats.guests], () =>
    call(guests.$get({ param })),
  )
  const [told, setTold] = useState<Told | null>(null)
  const { isBusy, trouble, send } = useSending()
  const tell = (name: string, link: string) => {
    setTold({ name, link })
    void mutate()
  }
  const renew = ({ username, name }: GuestView) =>
    send(async () => {
      const made = guests[':username'].link.$post({ param: { ...param, username } })
      tell(name, (await call(made)).link)
    })
  const withdraw = ({ username }: GuestView) =>
    send(async () => {
      await call(guests[':username'].link.$delete({ param: { ...param, username } }))
      setTold(null)
      toast(t('before.guestWithdrawn'), 'green')
      await mutate()
    })

  return (
    <section className="room-card" aria-labelledby="before-guests">
      <header className="room-card-head">
        <h2 id="before-guests">{t('before.guests')}</h2>
      </header>
      <p className="room-soft">{t('before.guestsIntro')}</p>
      {!data && (error ? <Trouble error={error} retry={() => void mutate()} /> : <Waiting />)}
      {data?.guests.length === 0 && <p className="before-none">{t('before.guestNone')}</p>}
      <ul className="before-absences">
        {data?.guests.map((guest) => (
          <li key={guest.username}>
            <div>
              <p>
                <b>{guest.name}</b>
              </p>
              <p className="room-soft">
                {guest.position && <>{guest.position} · </>}
                <Way guest={guest} />
              </p>
            </div>
            {guest.way !== 'account' && (
              <span className="before-acts">
                <Button
                  variant="quiet"
                  busy={isBusy}
                  aria-label={t('before.guestRenewFor', { name: guest.name })}
                  onClick={() => void renew(guest)}
                >
                  {t('before.guestRenew')}
                </Button>
                {guest.way === 'link' && (
                  <Button
                    variant="quiet"
                    busy={isBusy}
                    aria-label={t('before.guestWithdrawFor', { name: guest.name })}
                    onClick={() => void withdraw(guest)}
                  >
                    {t('before.guestWithdraw')}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {trouble && <Notice tone="red">{trouble}</Notice>}
      {told && <ToldLink session={session} told={told} />}
      <GuestForm session={session} onMade={tell} />
    </section>
  )
}

function Way({ guest: { way, hasCome } }: { guest: GuestView }) {
  const { t } = useWords()
  if (way === 'account') return t('before.guestAccount')
  if (way === 'none') return <Badge tone="gold">{t('before.guestNoLink')}</Badge>
  return <Badge tone="green">{t(hasCome ? 'before.guestCame' : 'before.guestHasLink')}</Badge>
}

function ToldLink({ session, told }: { session: SessionView; told: Told }) {
  const { t, dateTime } = useWords()
  const { cell } = useMe()
  const { addresses } = useAddresses()
  if (!addresses) return <Waiting />
  const words = t('before.guestText', {
    name: told.name,
    topic: session.topic,
    cell: cell.name,
    at: dateTime(session.meetingAt),
    place: session.place || t('before.notPlaced'),
    link: addresses.base + told.link,
  })
  return (
    <Notice tone="green" role="status">
      <CopyWords
        label={t('before.guestLink', { name: told.name })}
        copyLabel={t('before.copy')}
        words={words}
        rows={5}
      />
      <p className="room-soft">{t('before.guestLinkHint')}</p>
    </Notice>
  )
}

interface FormProps {
  session: SessionView
  onMade: (name: string, link: string) => void
}

function GuestForm({ session, onMade }: FormProps) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const [position, setPosition] = useState('')
  const { isBusy, trouble, send } = useSending()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    void send(async () => {
      const param = { id: session.id }
      const made = api.sessions[':id'].guests.$post({ param, json: { name, position } })
      const { guest, link } = await call(made)
      setName('')
      setPosition('')
      onMade(guest.name, link)
    })
  }
  return (
    <form className="before-guest-form" onSubmit={submit} noValidate>
      <Held value={isBusy}>
        <Field label={t('before.guestName')}>
          <TextInput
            required
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t('before.guestPosition')} hint={t('before.guestPositionHint')}>
          <TextInput
            maxLength={200}
            autoComplete="off"
            value={position}
            onChange={(event) => setPosition(event.target.value)}
          />
        </Field>
      </Held>
      <Button type="submit" busy={isBusy} disabled={name.trim() === ''}>
        {t('before.guestAdd')}
      </Button>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </form>
  )
}
