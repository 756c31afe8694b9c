// Says plainly what a move will do, asks for its reason, and does it.
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { isClosed } from '../../../shared/facts/after-meeting'
import { type MoveAct, movesWithReason } from '../../../shared/stages'
import { api, call } from '../../api'
import { DialogActs } from '../dialog-acts'
import { laterPart } from '../later-part'
import { usePeople } from '../people-names'
import { Dialog } from '../ui/dialog'
import { Field, TextArea } from '../ui/field'
import { Notice } from '../ui/notice'
import { toast } from '../ui/toast'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import { MissingAnswers } from './missing-answers'
import { asksForAnswers, moveWarnings } from './move-warnings'
import { isUnabsorbed } from './offered'

const SincePass = laterPart(() => import('./since-pass').then((m) => m.SincePass))

interface MoveDialogProps {
  act: MoveAct
  session: SessionView
  passRequired: boolean
  check?: ReactNode
  onClose: () => void
  onChanged: (session: SessionView) => void
}

const isMissing = (act: MoveAct, session: SessionView) =>
  session.openThreadCount > 0 ||
  (act === 'submit' && (session.openOpinionCount > 0 || isUnabsorbed(session)))

export function MoveDialog({
  act,
  session,
  passRequired,
  check = null,
  onClose,
  onChanged,
}: MoveDialogProps) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const warnings = moveWarnings(act, session, passRequired, { t, dateTime, nameOf })
  const [reason, setReason] = useState('')
  const { isBusy, trouble, setTrouble, send } = useSending()
  const asksReason = movesWithReason.includes(act)
  const latest = session.versions.at(-1)?.number ?? 0

  const move = async () => {
    if (asksReason && reason.trim() === '') return setTrouble(t('stageBar.reasonNeeded'))
    await send(async () => {
      const json = asksReason ? { act, reason: reason.trim() } : { act }
      const moved = await call(api.sessions[':id'].moves.$post({ param: { id: session.id }, json }))
      onChanged(moved)
      toast(t('stageBar.moved', { act: t(`act.${act}`).toLocaleLowerCase('vi') }), 'green')
      onClose()
    })
  }

  return (
    <Dialog
      open
      busy={isBusy}
      onClose={onClose}
      title={t(`act.${act}`)}
      description={t(`moveEffect.${act}`, { number: latest + 1, latest })}
      actions={
        <DialogActs onClose={onClose} busy={isBusy} onClick={() => void move()}>
          {t(`act.${act}`)}
        </DialogActs>
      }
    >
      {warnings.length > 0 && (
        <Notice
          tone={act === 'freeze' && session.passed && warnings.length === 1 ? 'green' : 'gold'}
        >
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
          {act === 'archive' && !isClosed(session.minutesSigned) && (
            <Link href={`/sessions/${session.id}/minutes/read`} onClick={onClose}>
              {t('after.minutesRead')}
            </Link>
          )}
        </Notice>
      )}
      {act === 'freeze' && session.passed && <SincePass session={session} />}
      {asksForAnswers(act) && isMissing(act, session) && (
        <MissingAnswers session={session} onPick={onClose} />
      )}
      {check && (
        <details className="stage-check" open>
          <summary>{t('desk.check')}</summary>
          {check}
        </details>
      )}
      {asksReason && (
        <Field label={t('stageBar.reason')} hint={t('stageBar.reasonHint')}>
          <TextArea
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}
