// The presenter's answer: accepted, partly or not, the reason, the new wording, and putting it into the text.
import { useState } from 'react'
import { verdicts } from '../../../shared/facts/thread'
import type { ThreadView } from '../../../shared/records/thread'
import { Button } from '../ui/button'
import { Field, TextArea } from '../ui/field'
import { Held } from '../ui/held'
import { Notice } from '../ui/notice'
import { useWords } from '../words/words'
import { AnswerTogether } from './answer-together'
import { useKeptText } from './kept-text'
import { ReasonField } from './reason-field'
import { suggestionOf } from './suggestion'
import { useAnswering } from './use-answering'

type Verdict = (typeof verdicts)[number]

interface AnswerFormProps {
  thread: ThreadView
  sessionId: string
  /** The wording may be put into the text: it is this person's to write, and the words are there. */
  mayApply: boolean
  onThread: (thread: ThreadView) => void
}

export function AnswerForm({ thread, sessionId, mayApply, onThread }: AnswerFormProps) {
  const { t } = useWords()
  const suggested = suggestionOf(thread)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [reason, setReason] = useKeptText(`reason.${thread.id}`)
  const [wording, setWording] = useKeptText(`wording.${thread.id}`, suggested ?? '')
  const [wantsApply, setWantsApply] = useState(true)
  const [together, setTogether] = useState<readonly string[]>([])
  const answering = useAnswering({ thread, sessionId, onThread })
  const { isBusy, trouble, standing, send, readPassage } = answering
  const isReworded = verdict !== 'declined' && wording.trim() !== ''
  const applies = mayApply && isReworded && wantsApply

  const record = (intoText: { apply?: true; replaces?: string }) => {
    if (!verdict) return
    const answer = {
      verdict,
      reason: reason.trim(),
      ...(isReworded && { wording: wording.trim() }),
    }
    void send({ ...answer, ...intoText }, together)
  }
  const recordOnly = () => record({})
  const recordAndApply = (replaces?: string) =>
    record({ ...(applies && { apply: true }), ...(replaces !== undefined && { replaces }) })

  return (
    <div className="comment-answer-form">
      <fieldset className="comment-buttons">
        <legend className="visually-hidden">{t('comments.answer')}</legend>
        {suggested !== null && mayApply && verdict === null && (
          <Button
            variant="primary"
            busy={isBusy}
            onClick={() => {
              setVerdict('accepted')
              void send(
                { verdict: 'accepted', reason: '', wording: suggested.trim(), apply: true },
                [],
              )
            }}
          >
            {t('comments.acceptInto')}
          </Button>
        )}
        {verdicts.map((one) => (
          <Button
            key={one}
            variant={one === verdict ? 'primary' : 'plain'}
            aria-pressed={verdict === one}
            onClick={() => setVerdict(verdict === one ? null : one)}
          >
            {one === 'partly' ? t('comments.partly') : t(`verdict.${one}`)}
          </Button>
        ))}
      </fieldset>
      {verdict && (
        <>
          <Held value={isBusy}>
            <ReasonField verdict={verdict} value={reason} onChange={setReason} />
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
          </Held>
          {verdict !== 'declined' && mayApply && wording.trim() === '' && (
            <Button
              variant="quiet"
              className="answer-take"
              onClick={async () => setWording((await readPassage()) ?? thread.quote)}
            >
              {t('comments.takeCurrent')}
            </Button>
          )}
          {mayApply && isReworded && (
            <label className="answer-apply">
              <input
                type="checkbox"
                checked={wantsApply}
                onChange={(event) => setWantsApply(event.target.checked)}
              />
              <span>{t('comments.apply')}</span>
            </label>
          )}
          <AnswerTogether thread={thread} chosen={together} onChange={setTogether} />
          {standing && (
            <Notice tone="gold">
              <p>{t(standing.words === null ? 'refusal.words-gone' : 'refusal.words-changed')}</p>
              {standing.words !== null && <p className="answer-current">{standing.words}</p>}
              <div className="comment-buttons">
                {standing.words !== null && (
                  <Button busy={isBusy} onClick={() => recordAndApply(standing.words ?? undefined)}>
                    {t('comments.replaceCurrent')}
                  </Button>
                )}
                <Button busy={isBusy} onClick={recordOnly}>
                  {t('comments.recordOnly')}
                </Button>
              </div>
            </Notice>
          )}
          {trouble && (
            <Notice tone="red">
              <p>{trouble.text}</p>
              {trouble.isAboutText && (
                <Button busy={isBusy} onClick={recordOnly}>
                  {t('comments.recordOnly')}
                </Button>
              )}
            </Notice>
          )}
          <div className="comment-buttons">
            <Button variant="primary" busy={isBusy} onClick={() => recordAndApply()}>
              {t(applies ? 'comments.answerApply' : 'comments.answerSend', {
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
