// An opinion of the minutes or an item of the conclusion, with the answer the presenter gives it.
import { type ReactNode, useState } from 'react'
import { verdicts } from '../../../shared/facts/thread'
import type { ConclusionItem } from '../../../shared/records/conclusion'
import type { Opinion } from '../../../shared/records/opinion'
import { api, call } from '../../api'
import { useKeptText } from '../../pieces/comments/kept-text'
import { ReasonField } from '../../pieces/comments/reason-field'
import { ThreadAnswers } from '../../pieces/comments/thread-answers'
import { usePeople } from '../../pieces/people-names'
import { Badge } from '../../pieces/ui/badge'
import { Button } from '../../pieces/ui/button'
import { Field, TextArea } from '../../pieces/ui/field'
import { Held } from '../../pieces/ui/held'
import { Notice } from '../../pieces/ui/notice'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

/** What a card may do with the text beside it. */
export interface TextHand {
  readonly selected: () => string
  /** False when the words are not there. */
  readonly show: (words: string) => boolean
}

interface CardProps {
  mayAnswer: boolean
  isFocused: boolean
  text: TextHand
  onFocus: () => void
  onSaved: () => void
}

interface FrameProps extends Pick<CardProps, 'isFocused' | 'onFocus'> {
  who: string
  about: string
  body: string
  isOpen: boolean
  children: ReactNode
}

function Frame({ who, about, body, isOpen, isFocused, onFocus, children }: FrameProps) {
  const { t } = useWords()
  return (
    <article
      className={isFocused ? 'revise-card is-focused' : 'revise-card'}
      aria-current={isFocused ? 'true' : undefined}
    >
      <header className="revise-card-head">
        <b>{who}</b>
        <Badge tone={isOpen ? 'red' : 'green'}>
          {t(isOpen ? 'after.answerOpen' : 'after.answerDone')}
        </Badge>
      </header>
      {about !== '' && <p className="revise-soft">{about}</p>}
      <p className="revise-body">{body}</p>
      {children}
      {!isFocused && (
        <Button variant="quiet" onClick={onFocus}>
          {t(isOpen ? 'after.answerDo' : 'after.answerAgain')}
        </Button>
      )}
    </article>
  )
}

/** Words of the text that show the answer. */
function Passage({
  value,
  text,
  onChange,
}: {
  value: string
  text: TextHand
  onChange: (words: string) => void
}) {
  const { t } = useWords()
  return (
    <>
      <Field label={t('after.answerPassage')}>
        <TextArea
          rows={2}
          maxLength={4000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <Button
        variant="quiet"
        // The selection in the text is not lost by the press.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          const words = text.selected()
          if (words !== '') onChange(words.slice(0, 4000))
        }}
      >
        {t('after.answerTake')}
      </Button>
    </>
  )
}

function ShowPassage({ words, text }: { words: string; text: TextHand }) {
  const { t } = useWords()
  const [isGone, setGone] = useState(false)
  return (
    <>
      <Button variant="quiet" onClick={() => setGone(!text.show(words))}>
        {t('after.answerShow')}
      </Button>
      {isGone && <p className="revise-soft">{t('after.answerGone')}</p>}
    </>
  )
}

export function OpinionCard({ opinion, ...card }: CardProps & { opinion: Opinion }) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { isFocused, mayAnswer, text, onFocus } = card
  const { author, words, paragraph, answers } = opinion
  const last = answers.at(-1)
  return (
    <Frame
      who={nameOf(author)}
      about={paragraph === null ? '' : t('room.paragraph', { number: paragraph })}
      body={words}
      isOpen={!last}
      isFocused={isFocused}
      onFocus={onFocus}
    >
      <ThreadAnswers answers={answers} />
      {last?.wording && <ShowPassage words={last.wording} text={text} />}
      {isFocused && mayAnswer && <OpinionForm key={answers.length} opinion={opinion} {...card} />}
    </Frame>
  )
}

function OpinionForm({ opinion, text, onSaved }: CardProps & { opinion: Opinion }) {
  const { t } = useWords()
  const [verdict, setVerdict] = useState<(typeof verdicts)[number] | null>(null)
  const [reason, setReason] = useKeptText(`reason.${opinion.id}`)
  const [wording, setWording] = useKeptText(`wording.${opinion.id}`)
  const { isBusy, trouble, setTrouble, send } = useSending()
  const save = async () => {
    if (!verdict) return
    if (verdict !== 'accepted' && reason.trim() === '') {
      return setTrouble(t('comments.reasonNeeded'))
    }
    await send(async () => {
      const json = {
        verdict,
        reason: reason.trim(),
        ...(verdict !== 'declined' && wording.trim() !== '' && { wording: wording.trim() }),
      }
      await call(api.opinions[':id'].answer.$post({ param: { id: opinion.id }, json }))
      setReason(null)
      setWording(null)
      onSaved()
    })
  }
  return (
    <div className="revise-form">
      <fieldset className="comment-buttons">
        <legend className="visually-hidden">{t('comments.answer')}</legend>
        {verdicts.map((one) => (
          <Button
            key={one}
            variant={one === verdict ? 'primary' : 'plain'}
            aria-pressed={verdict === one}
            onClick={() => setVerdict(one)}
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
              <Passage value={wording} text={text} onChange={setWording} />
            )}
          </Held>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            {t('after.answerDo')}
          </Button>
        </>
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </div>
  )
}

interface ItemCardProps extends CardProps {
  sessionId: string
  item: ConclusionItem
}

export function ItemCard({ sessionId, item, ...card }: ItemCardProps) {
  const { t, date } = useWords()
  const { nameOf } = usePeople()
  const { isFocused, mayAnswer, text, onFocus } = card
  const facts = [
    item.responsible && nameOf(item.responsible),
    item.dueOn && date(`${item.dueOn}T00:00`),
    item.evidence && t('after.itemEvidenceShown', { evidence: item.evidence }),
  ].filter(Boolean)
  return (
    <Frame
      who={t('after.conclusionOf')}
      about={facts.join(' · ')}
      body={item.body}
      isOpen={item.answer === ''}
      isFocused={isFocused}
      onFocus={onFocus}
    >
      {item.answer !== '' && <p className="revise-answer">{item.answer}</p>}
      {item.passage && <ShowPassage words={item.passage} text={text} />}
      {isFocused && mayAnswer && (
        <ItemForm key={item.answer} sessionId={sessionId} item={item} {...card} />
      )}
    </Frame>
  )
}

function ItemForm({ sessionId, item, text, onSaved }: ItemCardProps) {
  const { t } = useWords()
  const [answer, setAnswer] = useKeptText(`answer.${item.id}`, item.answer)
  const [passage, setPassage] = useKeptText(`passage.${item.id}`, item.passage ?? '')
  const { isBusy, trouble, send } = useSending()
  const save = () =>
    send(async () => {
      const param = { id: sessionId }
      // Items that are not sent stay as they are.
      const conclusion = [{ ...item, answer: answer.trim(), passage: passage.trim() }]
      const json = { conclusion, seen: [item] }
      await call(api.sessions[':id'].conclusion.$put({ param, json }))
      setAnswer(null)
      setPassage(null)
      onSaved()
    })
  return (
    <div className="revise-form">
      <Held value={isBusy}>
        <Field label={t('after.answerHow')}>
          <TextArea
            rows={3}
            maxLength={4000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        </Field>
        <Passage value={passage} text={text} onChange={setPassage} />
      </Held>
      <Button
        variant="primary"
        busy={isBusy}
        disabled={answer.trim() === ''}
        onClick={() => void save()}
      >
        {t('after.answerDo')}
      </Button>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </div>
  )
}
