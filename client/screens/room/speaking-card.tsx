// Who speaks, who waits; one asks with one press, and whoever leads calls the next.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { speakingOf, waitingOf } from '../../../shared/facts/meeting'
import type { Speaker } from '../../../shared/records/meeting'
import type { Act, Decision } from '../../../shared/rights'
import { api, call } from '../../api'
import { useMe } from '../../pieces/me'
import { YourTurn } from '../../pieces/meeting/your-turn'
import { usePeople } from '../../pieces/people-names'
import { Avatar } from '../../pieces/ui/avatar'
import { Button } from '../../pieces/ui/button'
import { Field, TextInput } from '../../pieces/ui/field'
import { IconButton } from '../../pieces/ui/icon-button'
import { Notice } from '../../pieces/ui/notice'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'
import { Recorded, RecordSpeech } from './record'
import './speaking.css'

interface CardProps {
  session: SessionView
  right: (act: Act) => Decision
  onSession: (session: SessionView) => void
}

export function SpeakingCard({ session, right, onSession }: CardProps) {
  const { t } = useWords()
  const { person } = useMe()
  const { isBusy, trouble, send } = useSending()
  const [paragraph, setParagraph] = useState('')
  const speaking = speakingOf(session.meeting)
  const waiting = waitingOf(session.meeting)
  const spoken = session.meeting.speakers.filter(({ endedAt }) => endedAt !== null)
  const { recorded } = session.meeting
  // Who ended a moment ago is written down still: the form stays where it is until it is sent.
  const unrecorded = session.meeting.speakers.filter(
    ({ id, calledAt }) =>
      calledAt !== null && !recorded.includes(id) && right('writeMinutes') === true,
  )
  const leads = right('lead') === true
  const own = waiting.findIndex(({ username }) => username === person.username)
  const mySpeech = speaking?.username === person.username
  const param = { id: session.id }

  const ask = () =>
    send(async () => {
      const number = Number.parseInt(paragraph, 10)
      const json = number > 0 ? { paragraph: number } : {}
      onSession(await call(api.sessions[':id'].speakers.$post({ param, json })))
      setParagraph('')
    })
  const drop = (speaker: string) =>
    send(async () =>
      onSession(
        await call(
          api.sessions[':id'].speakers[':speaker'].$delete({ param: { ...param, speaker } }),
        ),
      ),
    )
  const change = (speaker: string, state: 'called' | 'ended') =>
    send(async () =>
      onSession(
        await call(
          api.sessions[':id'].speakers[':speaker'].$put({
            param: { ...param, speaker },
            json: { state },
          }),
        ),
      ),
    )

  return (
    <section className="room-card room-speaking" aria-labelledby="room-speaking">
      <header className="room-card-head">
        <h2 id="room-speaking">{t('room.speaking')}</h2>
      </header>
      <div className={speaking ? 'room-now' : 'room-now is-quiet'} aria-live="polite">
        {speaking ? (
          <>
            <p className="room-now-label">{t('room.speakingNow')}</p>
            <Who speaker={speaking} big />
            {leads && (
              <Button busy={isBusy} onClick={() => void change(speaking.id, 'ended')}>
                {t('room.end')}
              </Button>
            )}
          </>
        ) : (
          <p className="room-soft">{t('room.nobodySpeaks')}</p>
        )}
      </div>
      {unrecorded.map((one) => (
        <RecordSpeech key={one.id} session={session} speaker={one} onSession={onSession} />
      ))}
      {mySpeech && <YourTurn session={session} />}
      <h3 className="room-sub">{t('room.waiting')}</h3>
      {waiting.length === 0 && <p className="room-soft">{t('room.nobodyWaits')}</p>}
      <ol className="room-waiting">
        {waiting.map((one, index) => (
          <li key={one.id}>
            <span className="room-item-number">{index + 1}</span>
            <Who speaker={one} />
            {leads && (
              <CallButtons
                speaker={one}
                isFirst={index === 0}
                onCall={() => void change(one.id, 'called')}
                onDrop={() => void drop(one.id)}
              />
            )}
          </li>
        ))}
      </ol>
      {right('askToSpeak') === true && !mySpeech && (
        <div className="room-ask">
          {own >= 0 ? (
            <>
              <p className="room-asked">{t('room.asked', { place: own + 1 })}</p>
              <Button
                variant="quiet"
                busy={isBusy}
                onClick={() => void drop(waiting[own]?.id ?? '')}
              >
                {t('room.takeBack')}
              </Button>
            </>
          ) : (
            <>
              <Field label={t('room.askAbout')}>
                <TextInput
                  className="room-ask-number"
                  type="number"
                  inputMode="numeric"
                  min={1}
                  value={paragraph}
                  onChange={(event) => setParagraph(event.target.value)}
                />
              </Field>
              <Button
                variant={leads ? 'plain' : 'primary'}
                busy={isBusy}
                onClick={() => void ask()}
              >
                {t('room.ask')}
              </Button>
            </>
          )}
        </div>
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
      {spoken.length > 0 && (
        <details className="room-spoken">
          <summary>{t('room.spoken', { count: spoken.length })}</summary>
          <ol>
            {spoken.map((one) => (
              <li key={one.id}>
                <Who speaker={one} />
                {recorded.includes(one.id) && <Recorded />}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function Who({ speaker, big = false }: { speaker: Speaker; big?: boolean }) {
  const { t, dateTime } = useWords()
  const { nameOf, idOf } = usePeople()
  const { username, paragraph, calledAt } = speaker
  return (
    <span className="room-who">
      <Avatar name={nameOf(username)} id={idOf(username)} size={big ? 40 : 28} />
      <span>
        <b>{nameOf(username)}</b>
        {paragraph !== null && (
          <span className="room-soft"> · {t('room.paragraph', { number: paragraph })}</span>
        )}
        {calledAt !== null && (
          <span className="room-soft">
            {' '}
            · {t('screen.since', { time: dateTime(calledAt).slice(-5) })}
          </span>
        )}
      </span>
    </span>
  )
}

interface CallProps {
  speaker: Speaker
  isFirst: boolean
  onCall: () => void
  onDrop: () => void
}

function CallButtons({ speaker, isFirst, onCall, onDrop }: CallProps) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const name = nameOf(speaker.username)
  return (
    <span className="room-call">
      <Button
        variant={isFirst ? 'primary' : 'plain'}
        aria-label={t('room.call', { name })}
        onClick={onCall}
      >
        {t('room.callShort')}
      </Button>
      <IconButton label={t('room.drop', { name })} icon="close" onClick={onDrop} />
    </span>
  )
}
