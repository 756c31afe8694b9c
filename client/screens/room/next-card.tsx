// The meeting's last word: what comes next and who prepares it, named by the chair, seen on the plan.
import { useState } from 'react'
import useSWR, { mutate } from 'swr'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import type { Act, Decision } from '../../../shared/rights'
import { readingPosts } from '../../../shared/roles'
import { api, call } from '../../api'
import { usePeople } from '../../pieces/people-names'
import { PersonSelect } from '../../pieces/person-select'
import { Button } from '../../pieces/ui/button'
import { Field, Select, TextInput } from '../../pieces/ui/field'
import { Held } from '../../pieces/ui/held'
import { Notice } from '../../pieces/ui/notice'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

interface CardProps {
  session: SessionView
  right: (act: Act) => Decision
  onSession: (session: SessionView) => void
}

export function NextCard({ session, right, onSession }: CardProps) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const [isNaming, setNaming] = useState(false)
  const { next } = session
  const mayName = right('nameNext') === true
  if (!next && !mayName) return null
  return (
    <section className="room-card" aria-labelledby="room-next">
      <header className="room-card-head">
        <h2 id="room-next">{t('after.next')}</h2>
        {mayName && !isNaming && (
          <Button variant="quiet" onClick={() => setNaming(true)}>
            {t(next ? 'after.nextChange' : 'after.nextName')}
          </Button>
        )}
      </header>
      {next && !isNaming && (
        <>
          <p>
            {right('readPapers') === true ? (
              <Link href={`/sessions/${next.sessionId}`}>{next.topic}</Link>
            ) : (
              next.topic
            )}
          </p>
          <p className="room-soft">
            {next.presenter === null ? t('common.nobody') : nameOf(next.presenter)}
          </p>
        </>
      )}
      {!next && !isNaming && <p className="room-soft">{t('after.nextNone')}</p>}
      {isNaming && (
        <NextForm
          session={session}
          onClose={() => setNaming(false)}
          onSession={(kept) => {
            setNaming(false)
            void mutate('sessions')
            onSession(kept)
          }}
        />
      )}
    </section>
  )
}

type FormProps = Pick<CardProps, 'session' | 'onSession'> & { onClose: () => void }

/** Planned sessions from now on; the next one that nobody prepares stands first in the form. */
function usePlanned(session: SessionView) {
  const { data } = useSWR('sessions', () => call(api.sessions.$get()))
  return (data?.sessions ?? [])
    .filter(({ stage, id }) => stage === 'planned' && id !== session.id)
    .sort((a, b) => a.meetingAt.localeCompare(b.meetingAt))
}

function NextForm({ session, onClose, onSession }: FormProps) {
  const { t, date } = useWords()
  const { people = [] } = usePeople()
  const readers = people.filter(({ posts }) => posts.some((post) => readingPosts.includes(post)))
  const planned = usePlanned(session)
  const usual =
    session.next?.sessionId ??
    planned.find(({ seats, meetingAt }) => !seats.presenter && meetingAt > session.meetingAt)?.id ??
    ''
  const [chosen, setChosen] = useState<string | null>(null)
  const into = chosen ?? usual
  const known = planned.find(({ id }) => id === into)
  const [typed, setTyped] = useState<string | null>(null)
  const [picked, setPicked] = useState<string | null>()
  const topic = typed ?? known?.topic ?? ''
  const presenter = picked === undefined ? (known?.seats.presenter ?? null) : picked
  const { isBusy, trouble, send } = useSending()
  const save = () =>
    send(async () => {
      const param = { id: session.id }
      const json = {
        topic: topic.trim(),
        presenter,
        into: into === '' ? null : into,
      }
      onSession(await call(api.sessions[':id'].next.$put({ param, json })))
    })
  return (
    <div className="room-record">
      <Field label={t('after.nextInto')}>
        <Select value={into} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('after.nextNew')}</option>
          {planned.map((one) => (
            <option key={one.id} value={one.id}>
              {date(one.meetingAt)} · {one.topic}
            </option>
          ))}
        </Select>
      </Field>
      <Held value={isBusy}>
        <Field label={t('after.nextTopic')}>
          <TextInput
            maxLength={300}
            value={topic}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      </Held>
      <Field label={t('after.nextPresenter')}>
        <PersonSelect
          people={readers}
          nobody={t('stageBar.choosePerson')}
          value={presenter}
          onPick={setPicked}
        />
      </Field>
      {trouble && <Notice tone="red">{trouble}</Notice>}
      <div className="room-acts">
        <Button
          variant="primary"
          busy={isBusy}
          disabled={topic.trim() === ''}
          onClick={() => void save()}
        >
          {t('common.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}
