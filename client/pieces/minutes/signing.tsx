// Where the minutes stand: read back, agreed, signed by two; and what this person may do about it.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { isClosed, signingSeats } from '../../../shared/facts/after-meeting'
import { shortDigest } from '../../../shared/records/digest'
import { api, call } from '../../api'
import { DialogActs } from '../dialog-acts'
import { useRights } from '../live/standing'
import { useMe } from '../me'
import { usePeople } from '../people-names'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field, TextArea } from '../ui/field'
import { Icon } from '../ui/icon'
import { Notice } from '../ui/notice'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import './signing.css'

interface SigningProps {
  session: SessionView
  onSession: (session: SessionView) => void
}

export function Signing({ session, onSession }: SigningProps) {
  const { t, dateTime } = useWords()
  const { person } = useMe()
  const right = useRights(session, person)
  const [isReopening, setReopening] = useState(false)
  const { isBusy, trouble, send } = useSending()
  const { minutesSigned: signed, seats, id } = session
  const param = { id }
  const agree = () =>
    send(async () => onSession(await call(api.sessions[':id'].minutes.agreed.$post({ param }))))
  const sign = (seat: (typeof signingSeats)[number]) =>
    send(async () =>
      onSession(
        await call(api.sessions[':id'].minutes.signatures.$post({ param, json: { seat } })),
      ),
    )
  if (!signed) {
    return (
      <div className="signing">
        <p className="signing-state">{t('after.minutesNotYet')}</p>
        {right('agreeMinutes') === true && (
          <>
            <p className="signing-soft">{t('after.minutesAgreeHint')}</p>
            <Lacking session={session} />
            <Button variant="primary" busy={isBusy} onClick={() => void agree()}>
              {t('after.minutesAgree')}
            </Button>
          </>
        )}
        {trouble && <Notice tone="red">{trouble}</Notice>}
      </div>
    )
  }
  const isDone = isClosed(signed)
  return (
    <div className="signing">
      <p className="signing-state">
        {t('after.minutesAgreed', {
          at: dateTime(signed.agreedAt),
          number: signed.number,
          code: shortDigest(signed.sha256),
        })}
      </p>
      <ul className="signing-seats">
        {signingSeats.map((seat) => {
          const own = signed.by.find((one) => one.seat === seat)
          const holder = seats[seat]
          const maySign = holder === person.username && right('signMinutes') === true
          const name = usernameOr(own?.username ?? holder)
          return (
            <li key={seat} className={own ? 'is-signed' : ''}>
              {own && <Icon name="check" size={16} />}
              {own ? (
                <SeatLine seat={seat} username={own.username} at={own.at} />
              ) : maySign ? (
                <Button variant="primary" busy={isBusy} onClick={() => void sign(seat)}>
                  {t('after.minutesSign', { seat: t(`after.${seat}`) })}
                </Button>
              ) : (
                <SeatLine seat={seat} username={name} at={null} />
              )}
            </li>
          )
        })}
      </ul>
      {isDone && <p className="signing-soft">{t('after.minutesClosed')}</p>}
      {!isDone && session.stage === 'inSession' && (
        <p className="signing-soft">{t('after.minutesHeld')}</p>
      )}
      <p className="signing-files">
        <a href={`/api/versions/${signed.versionId}/docx`}>Word</a>
        <a href={`/api/versions/${signed.versionId}/pdf`}>PDF</a>
      </p>
      {!isDone && right('reopenMinutes') === true && (
        <Button variant="quiet" onClick={() => setReopening(true)}>
          {t('after.minutesReopen')}
        </Button>
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
      {isReopening && (
        <ReopenDialog session={session} onSession={onSession} onClose={() => setReopening(false)} />
      )}
    </div>
  )
}

/** What the minutes should hold before they are agreed. */
function Lacking({ session }: Pick<SigningProps, 'session'>) {
  const { t } = useWords()
  const { conclusion, meeting } = session
  const count = conclusion.filter(({ id }) => !meeting.recorded.includes(id)).length
  if (conclusion.length > 0 && count === 0) return null
  const words = count > 0 ? t('after.minutesUnrecorded', { count }) : t('stageBar.needConclusion')
  return <p className="signing-warn">{words}</p>
}

const usernameOr = (username: string | null) => username ?? '—'

interface LineProps {
  seat: (typeof signingSeats)[number]
  username: string
  at: string | null
}

function SeatLine({ seat, username, at }: LineProps) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const values = { seat: t(`after.${seat}`), name: nameOf(username) }
  const words =
    at === null
      ? t('after.minutesUnsigned', values)
      : t('after.minutesSigned', { ...values, at: dateTime(at) })
  return <span>{words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)}</span>
}

function ReopenDialog({ session, onSession, onClose }: SigningProps & { onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const { isBusy, trouble, setTrouble, send } = useSending()
  const reopen = async () => {
    if (reason.trim() === '') return setTrouble(t('stageBar.reasonNeeded'))
    await send(async () => {
      const param = { id: session.id }
      const json = { reason: reason.trim() }
      onSession(await call(api.sessions[':id'].minutes.reopened.$post({ param, json })))
      onClose()
    })
  }
  return (
    <Dialog
      open
      busy={isBusy}
      onClose={onClose}
      title={t('after.minutesReopen')}
      description={t('after.minutesReopenHint')}
      actions={
        <DialogActs onClose={onClose} busy={isBusy} onClick={() => void reopen()}>
          {t('after.minutesReopen')}
        </DialogActs>
      }
    >
      <Field label={t('stageBar.reason')} hint={t('stageBar.reasonHint')}>
        <TextArea
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}
