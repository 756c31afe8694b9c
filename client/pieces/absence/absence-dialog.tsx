// Saying before the meeting that somebody cannot come, and why; or taking it back.
import { type FormEvent, useId, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { mostReasonLetters } from '../../../shared/facts/absence'
import { calledTo } from '../../../shared/quorum'
import type { AbsenceView } from '../../../shared/records/absence'
import { DialogActs } from '../dialog-acts'
import { useMe } from '../me'
import { byGivenName } from '../name-order'
import { usePeople } from '../people-names'
import { PersonSelect } from '../person-select'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field, TextArea } from '../ui/field'
import { Notice } from '../ui/notice'
import { toast } from '../ui/toast'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import { dropAbsence, sendAbsence } from './use-absences'

interface AbsenceDialogProps {
  session: Pick<SessionView, 'id' | 'seats'>
  /** What was said before; `null` when nothing was. */
  said: string | null
  /** For somebody else, who is chosen first. */
  isForOthers?: boolean
  onKept: (view: AbsenceView) => void
  onClose: () => void
}

export function AbsenceDialog({
  session,
  said,
  isForOthers = false,
  onKept,
  onClose,
}: AbsenceDialogProps) {
  const { t } = useWords()
  const { person } = useMe()
  const form = useId()
  const [who, setWho] = useState(isForOthers ? null : person.username)
  const [reason, setReason] = useState(said ?? '')
  const { isBusy, trouble, setTrouble, send } = useSending()

  const finish = (work: Promise<AbsenceView>) =>
    send(async () => {
      onKept(await work)
      toast(t('before.saved'), 'green')
      onClose()
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (who === null) return setTrouble(t('before.chooseWho'))
    if (reason.trim() === '') return setTrouble(t('refusal.reason-required'))
    void finish(sendAbsence(session.id, who, reason))
  }

  return (
    <Dialog
      open
      busy={isBusy}
      onClose={onClose}
      title={t(isForOthers ? 'before.absentFor' : 'before.absent')}
      description={t('before.absentIntro')}
      actions={
        <>
          {said !== null && (
            <Button
              busy={isBusy}
              onClick={() => void finish(dropAbsence(session.id, person.username))}
            >
              {t('before.takeBack')}
            </Button>
          )}
          <DialogActs onClose={onClose} type="submit" form={form} busy={isBusy}>
            {t('before.absent')}
          </DialogActs>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        {isForOthers && <WhoField session={session} who={who} onWho={setWho} />}
        <Field label={t('before.reason')} hint={t('before.reasonHint')}>
          <TextArea
            rows={3}
            required
            maxLength={mostReasonLetters}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {trouble && (
          <Notice tone="red" role="alert">
            {trouble}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}

interface WhoFieldProps {
  session: Pick<SessionView, 'seats'>
  who: string | null
  onWho: (username: string | null) => void
}

function WhoField({ session, who, onWho }: WhoFieldProps) {
  const { t } = useWords()
  const { person } = useMe()
  const { people = [] } = usePeople()
  const others = calledTo(people, session.seats)
    .filter(({ username }) => username !== person.username)
    .sort(byGivenName)
  return (
    <Field label={t('before.who')}>
      <PersonSelect people={others} nobody={t('before.chooseWho')} value={who} onPick={onWho} />
    </Field>
  )
}
