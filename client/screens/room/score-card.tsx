// The cell's own score of the session: seen by all, given by the chair or the minutes-taker.
import { useMemo, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { notePart, partOf, partsOf, scoreOf, usualCriteria } from '../../../shared/facts/self-score'
import type { Act, Decision } from '../../../shared/rights'
import { api, call } from '../../api'
import { DialogActs } from '../../pieces/dialog-acts'
import { useMe } from '../../pieces/me'
import { Button } from '../../pieces/ui/button'
import { Dialog } from '../../pieces/ui/dialog'
import { Field, TextArea, TextInput } from '../../pieces/ui/field'
import { Notice } from '../../pieces/ui/notice'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'
import { saveWoven } from '../../pieces/woven-list/save-woven'
import { useWovenList } from '../../pieces/woven-list/use-woven-list'
import { FoundNotice, OthersNotice } from '../../pieces/woven-list/woven-notices'
import { RecordButton } from './record'
import './score.css'

interface CardProps {
  session: SessionView
  right: (act: Act) => Decision
  onSession: (session: SessionView) => void
}

export function ScoreCard({ session, right, onSession }: CardProps) {
  const { t, language } = useWords()
  const [isScoring, setScoring] = useState(false)
  const { selfScore } = session
  const mayScore = right('conclude') === true
  if (!selfScore && !mayScore) return null
  const total = selfScore && scoreOf(selfScore)
  return (
    <section className="room-card" aria-labelledby="room-score">
      <header className="room-card-head">
        <h2 id="room-score">{t('after.score')}</h2>
        {mayScore && (
          <Button variant="quiet" onClick={() => setScoring(true)}>
            {t(selfScore ? 'after.scoreChange' : 'after.scoreDo')}
          </Button>
        )}
      </header>
      {!total && <p className="room-soft">{t('after.scoreNone')}</p>}
      {selfScore && total && (
        <>
          <p className="score-total">
            {t('after.scoreTotal', {
              points: total.points.toLocaleString(language),
              most: total.most,
              grade: t(`after.${total.grade}`),
            })}
          </p>
          <ul className="score-list">
            {selfScore.scores.map(({ name, points, most }) => (
              <li key={name}>
                <span>{name}</span>
                <b>
                  {points.toLocaleString(language)}/{most}
                </b>
              </li>
            ))}
          </ul>
          {selfScore.note !== '' && <p className="room-soft">{selfScore.note}</p>}
          {right('writeMinutes') === true && (
            <RecordButton
              session={session}
              ids={['selfScore']}
              entry={{ selfScore: true }}
              label={t('after.recordScore')}
              onSession={onSession}
            />
          )}
        </>
      )}
      {isScoring && (
        <ScoreDialog session={session} onClose={() => setScoring(false)} onSession={onSession} />
      )}
    </section>
  )
}

type DialogProps = Pick<CardProps, 'session' | 'onSession'> & { onClose: () => void }

/** A comma or a point; `NaN` for what is no number. */
const read = (typed: string) =>
  /^\d+([.,]\d+)?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : Number.NaN

function ScoreDialog({ session, onClose, onSession }: DialogProps) {
  const { t } = useWords()
  const { cell } = useMe()
  const { id, selfScore } = session
  const kept = useMemo(() => partsOf(selfScore), [selfScore])
  const hand = useWovenList(`score.${id}`, kept)
  const criteria = selfScore?.scores ?? cell.ruleSet.criteria ?? usualCriteria
  const asked = criteria.map((one, i) => ({ ...one, part: partOf(one, i) }))
  const { isBusy, trouble, setTrouble, send } = useSending()
  const wordsOf = (part: string) => hand.items.find((one) => one.id === part)?.words ?? ''
  const put = (part: string, words: string) =>
    hand.setItems([...hand.items.filter((one) => one.id !== part), { id: part, words }])
  const save = async () => {
    const scores = asked.map(({ name, most, part }) => ({
      name,
      most,
      points: read(wordsOf(part)),
    }))
    if (!scores.every(({ points, most }) => points >= 0 && points <= most)) {
      return setTrouble(t('after.scoreMissing'))
    }
    await send(async () => {
      const json = { scores, note: wordsOf(notePart), seen: selfScore }
      await saveWoven({
        sessionId: id,
        save: () => call(api.sessions[':id']['self-score'].$put({ param: { id }, json })),
        onSession,
      })
      hand.forget()
      onClose()
    })
  }
  const others = [...hand.contested.values()].map(({ id: part, words }) => ({
    part,
    facts: [asked.find((one) => one.part === part)?.name ?? t('after.scoreNote'), words],
  }))
  return (
    <Dialog
      open
      busy={isBusy}
      onClose={onClose}
      title={t('after.score')}
      description={t('after.scoreIntro')}
      actions={
        <DialogActs onClose={onClose} busy={isBusy} onClick={() => void save()}>
          {t('common.save')}
        </DialogActs>
      }
    >
      <FoundNotice list={hand} />
      <ol className="score-form">
        {asked.map(({ name, most, part }) => (
          <li key={part}>
            <span>{name}</span>
            <TextInput
              inputMode="decimal"
              aria-label={t('after.scorePoints', { name, most })}
              value={wordsOf(part)}
              onChange={({ target }) => put(part, target.value)}
            />
            <span className="room-soft">/{most}</span>
          </li>
        ))}
      </ol>
      <Field label={t('after.scoreNote')}>
        <TextArea
          rows={2}
          maxLength={2000}
          value={wordsOf(notePart)}
          onChange={({ target }) => put(notePart, target.value)}
        />
      </Field>
      {others.map(({ part, facts }) => (
        <OthersNotice key={part} facts={facts} onTake={() => hand.settle(part)} />
      ))}
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}
