// The session form: makes a session, or changes one, with its seats and its rounds of comments.
import { type FormEvent, useId, useRef, useState } from 'react'
import useSWR from 'swr'
import type { SessionView } from '../../../shared/events'
import type { PublicPerson } from '../../../shared/records/person'
import { api, call } from '../../api'
import { changesOf } from '../changes-of'
import { DialogActs } from '../dialog-acts'
import { useMe } from '../me'
import { useTroubleText } from '../trouble'
import { Dialog } from '../ui/dialog'
import { focusFirstWrong } from '../ui/first-wrong'
import { Notice } from '../ui/notice'
import { toast } from '../ui/toast'
import { writeInstant } from '../ui/written-date'
import { useWords } from '../words/words'
import { RoundFields } from './round-fields'
import { SeatFields } from './seat-fields'
import { SessionFields } from './session-fields'
import {
  bodyOf,
  closesByRule,
  emptySeats,
  isSecret,
  type Mistake,
  mistakesOf,
  nextNumber,
  quarterOf,
  type SessionValues,
  valuesOf,
} from './session-values'
import './session-form.css'

interface SessionFormProps {
  /** The one to change; without it a new one is made. */
  session?: SessionView
  people: readonly PublicPerson[]
  /** Where a new one belongs, unless its day says otherwise. */
  start?: { year: number; quarter: number }
  onDone: (session: SessionView) => void
  onClose: () => void
}

function firstValues(start: { year: number; quarter: number }, all: readonly SessionView[]) {
  const last = [...all].sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0]
  return {
    topic: '',
    number: String(nextNumber(all, start.year)),
    year: String(start.year),
    quarter: start.quarter,
    meeting: { day: '', time: last ? writeInstant(last.meetingAt).time : '14:00' },
    place: last?.place ?? '',
    classification: 'internal',
    seats: { ...emptySeats, chair: last?.seats.chair ?? null },
    windows: null,
  } as const satisfies SessionValues
}

const thisQuarter = () => {
  const today = new Date()
  return { year: today.getFullYear(), quarter: Math.floor(today.getMonth() / 3) + 1 }
}

export function SessionForm({ session, people, start, onDone, onClose }: SessionFormProps) {
  const { t, date } = useWords()
  const say = useTroubleText()
  const { cell } = useMe()
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const { data, mutate } = useSWR('sessions', () => call(api.sessions.$get()))
  const all = data?.sessions ?? []
  const [first] = useState<SessionValues>(() =>
    session ? valuesOf(session) : firstValues(start ?? thisQuarter(), all),
  )
  const [values, setValues] = useState(first)
  const [own, setOwn] = useState({ order: session !== undefined, number: session !== undefined })
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)

  const mistakes = mistakesOf(values)
  const errorOf = (mistake: Mistake) => {
    const words = isChecked ? mistakes[mistake] : undefined
    return words ? t(words) : null
  }
  const rule = closesByRule(values.meeting, cell.ruleSet)

  /** A new session's quarter, year and number follow its day until someone sets them by hand. */
  const put = (change: Partial<SessionValues>) => {
    const isOrderOwn = own.order || 'quarter' in change || 'year' in change
    const isNumberOwn = own.number || 'number' in change
    setOwn({ order: isOrderOwn, number: isNumberOwn })
    const place = !isOrderOwn && change.meeting ? quarterOf(change.meeting.day) : null
    const next = { ...values, ...change }
    const year = place?.year ?? Number(next.year)
    setValues({
      ...next,
      ...(place && { quarter: place.quarter, year: String(place.year) }),
      ...(!isNumberOwn && { number: String(nextNumber(all, year)) }),
    })
  }
  const moveRounds = () => {
    const { windows } = values
    if (!rule || !windows) return
    const moved = (round: 'outline' | 'draft') => ({
      ...windows[round],
      closes: writeInstant(rule[round]),
    })
    put({ windows: { outline: moved('outline'), draft: moved('draft') } })
  }

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    setTrouble(null)
    const body = bodyOf(values)
    if (Object.keys(mistakes).length > 0 || !body) {
      focusFirstWrong(form.current)
      return
    }
    setBusy(true)
    try {
      const before = session && bodyOf(first)
      const kept =
        session && before
          ? await call(
              api.sessions[':id'].$patch({
                param: { id: session.id },
                json: changesOf(before, body),
              }),
            )
          : await call(api.sessions.$post({ json: body }))
      void mutate()
      const words = session ? 'sessionForm.changed' : 'sessionForm.created'
      toast(t(words, { number: kept.number }), 'green')
      onDone(kept)
    } catch (error) {
      setTrouble(error)
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      wide
      busy={isBusy}
      onClose={onClose}
      title={
        session ? t('sessionForm.editTitle', { number: session.number }) : t('sessionForm.newTitle')
      }
      actions={
        <DialogActs
          onClose={onClose}
          type="submit"
          form={formId}
          busy={isBusy}
          disabled={isSecret(values.classification)}
        >
          {session ? t('common.save') : t('sessionForm.create')}
        </DialogActs>
      }
    >
      <form ref={form} id={formId} className="session-form" onSubmit={send} noValidate>
        <SessionFields values={values} errorOf={errorOf} onChange={put} />
        <SeatFields
          seats={values.seats}
          people={people}
          onChange={(change) => put({ seats: { ...values.seats, ...change } })}
        />
        {values.windows ? (
          <RoundFields
            windows={values.windows}
            mistakes={isChecked ? mistakes : {}}
            onChange={(windows) => put({ windows })}
            onByRule={rule && moveRounds}
          />
        ) : (
          rule && (
            <p className="ui-field-hint">
              {t('sessionForm.roundsByRule', {
                outline: date(rule.outline),
                draft: date(rule.draft),
              })}
            </p>
          )
        )}
        <div role="alert" className="session-form-trouble">
          {isChecked && Object.keys(mistakes).length > 0 && (
            <Notice tone="red">{t('sessionForm.lookAgain')}</Notice>
          )}
          {trouble !== null && <Notice tone="red">{say(trouble)}</Notice>}
        </div>
      </form>
    </Dialog>
  )
}
