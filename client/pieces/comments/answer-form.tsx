// The presenter's answer: accepted, partly or not, with the reason and the new wording.
import { useState } from 'react'
import type { Thread, ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'
import { useTroubleText } from '../trouble'
import { Button } from '../ui/button'
import { Field, TextArea } from '../ui/field'
import { Notice } from '../ui/notice'
import { useWords } from '../words/words'
import { keep, useKeptText } from './kept-text'
import { suggestionOf } from './suggestion'

type Verdict = Thread['answers'][number]['verdict']
const verdicts = ['accepted', 'partly', 'declined'] as const satisfies readonly Verdict[]

interface AnswerFormProps {
  thread: ThreadView
  onThread: (thread: ThreadView) => void
}

export function AnswerForm({ thread, onThread }: AnswerFormProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [reason, setReason] = useKeptText(`reason.${thread.id}`)
  const [wording, setWording] = useKeptText(`wording.${thread.id}`, suggestionOf(thread) ?? '')
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  const send = async () => {
    if (!verdict) return
    if (verdict !== 'accepted' && reason.trim() === '')
      return setTrouble(t('comments.reasonNeeded'))
    setBusy(true)
    setTrouble(null)
    const isReworded = verdict !== 'declined' && wording.trim() !== ''
    const json = { verdict, reason: reason.trim(), ...(isReworded && { wording: wording.trim() }) }
    try {
      const answered = await call<ThreadView>(
        api.threads[':id'].answer.$post({ param: { id: thread.id }, json }),
      )
      keep(`reason.${thread.id}`, null)
      keep(`wording.${thread.id}`, null)
      setReason('')
      setVerdict(null)
      setBusy(false)
      onThread(answered)
    } catch (error) {
      setTrouble(say(error))
      setBusy(false)
    }
  }

  return (
    <div className="comment-answer-form">
      <fieldset className="comment-buttons">
        <legend className="visually-hidden">{t('comments.answer')}</legend>
        {verdicts.map((one) => (
          <Button
            key={one}
            variant={one === (verdict ?? 'accepted') ? 'primary' : 'plain'}
            aria-pressed={verdict === one}
            onClick={() => setVerdict(verdict === one ? null : one)}
          >
            {one === 'partly' ? t('comments.partly') : t(`verdict.${one}`)}
          </Button>
        ))}
      </fieldset>
      {verdict && (
        <>
          <Field label={t(verdict === 'accepted' ? 'comments.reasonOptional' : 'comments.reason')}>
            <TextArea
              rows={2}
              maxLength={10_000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          {verdict !== 'declined' && (
            <Field label={t('comments.wording')}>
              <TextArea
                rows={2}
                maxLength={10_000}
                value={wording}
                onChange={(event) => setWording(event.target.value)}
              />
            </Field>
          )}
          {trouble && <Notice tone="red">{trouble}</Notice>}
          <div className="comment-buttons">
            <Button variant="primary" busy={isBusy} onClick={() => void send()}>
              {t('comments.answerSend', {
                verdict: t(`verdict.${verdict}`).toLocaleLowerCase('vi'),
              })}
            </Button>
            <Button onClick={() => setVerdict(null)}>{t('common.cancel')}</Button>
          </div>
        </>
      )}
    </div>
  )
}
