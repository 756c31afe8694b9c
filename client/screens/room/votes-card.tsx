// What is put to the vote: opened and closed by the minutes-taker, cast on the phone, shown in numbers.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { choices, perCent, sumOf, voteWays } from '../../../shared/facts/vote'
import type { VoteView } from '../../../shared/records/vote'
import type { Act, Decision } from '../../../shared/rights'
import { api, call } from '../../api'
import { useVotes } from '../../pieces/meeting/use-votes'
import { Button } from '../../pieces/ui/button'
import { Field, TextArea } from '../../pieces/ui/field'
import { Held } from '../../pieces/ui/held'
import { Notice } from '../../pieces/ui/notice'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'
import { BallotForm } from './ballot-form'
import { CountForm } from './count-form'
import { RecordButton } from './record'
import './votes.css'

interface CardProps {
  session: SessionView
  right: (act: Act) => Decision
  onSession: (session: SessionView) => void
}

export function VotesCard({ session, right, onSession }: CardProps) {
  const { t } = useWords()
  const { votes, put } = useVotes(session.id)
  const [isAsking, setAsking] = useState(false)
  const keeps = right('keepVotes') === true
  const hasOpen = votes?.some(({ state }) => state === 'open')
  return (
    <section className="room-card room-votes" aria-labelledby="room-votes" aria-busy={!votes}>
      <header className="room-card-head">
        <h2 id="room-votes">{t('room.votes')}</h2>
        {keeps && !isAsking && !hasOpen && (
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {t('room.voteNew')}
          </Button>
        )}
      </header>
      {votes?.length === 0 && !isAsking && <p className="room-soft">{t('room.votesEmpty')}</p>}
      {isAsking && <NewVote sessionId={session.id} onVote={put} onClose={() => setAsking(false)} />}
      <ul className="room-vote-list">
        {[...(votes ?? [])].reverse().map((vote) => (
          <li key={vote.id} className={`room-vote is-${vote.state}`}>
            <p className="room-vote-question">{vote.question}</p>
            {vote.state === 'void' && <Notice tone="gold">{t('room.voteVoid')}</Notice>}
            {vote.state === 'closed' && <Result vote={vote} />}
            {vote.state === 'closed' && right('writeMinutes') === true && (
              <RecordButton
                session={session}
                ids={[vote.id]}
                entry={{ vote: vote.id }}
                onSession={onSession}
              />
            )}
            {vote.state === 'open' && (
              <OpenVote
                vote={vote}
                keeps={keeps}
                mayCast={right('castVote') === true}
                onVote={put}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface NewVoteProps {
  sessionId: string
  onVote: (vote: VoteView) => void
  onClose: () => void
}

function NewVote({ sessionId, onVote, onClose }: NewVoteProps) {
  const { t } = useWords()
  const [question, setQuestion] = useState('')
  const [way, setWay] = useState<VoteView['way']>('hands')
  const { isBusy, trouble, send } = useSending()
  const start = () =>
    send(async () => {
      const json = { question: question.trim(), way }
      onVote(await call(api.sessions[':id'].votes.$post({ param: { id: sessionId }, json })))
      onClose()
    })
  return (
    <div className="room-new-vote">
      <Held value={isBusy}>
        <Field label={t('room.voteQuestion')}>
          <TextArea
            rows={2}
            maxLength={1000}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
          />
        </Field>
      </Held>
      <fieldset className="room-ways">
        <legend>{t('room.voteWay')}</legend>
        {voteWays.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="vote-way"
              checked={way === one}
              onChange={() => setWay(one)}
            />
            <span>
              {t(`room.${one}`)}
              {one === 'secret' && <span className="room-soft"> {t('room.secretHint')}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      {trouble && <Notice tone="red">{trouble}</Notice>}
      <div className="room-acts">
        <Button
          variant="primary"
          busy={isBusy}
          disabled={question.trim() === ''}
          onClick={() => void start()}
        >
          {t('room.voteStart')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}

interface OpenVoteProps {
  vote: VoteView
  keeps: boolean
  mayCast: boolean
  onVote: (vote: VoteView) => void
}

function OpenVote({ vote, keeps, mayCast, onVote }: OpenVoteProps) {
  const { t } = useWords()
  const isSecret = vote.way === 'secret'
  return (
    <>
      <p className="room-soft" aria-live="polite">
        {t(isSecret ? 'room.voteOpenSecret' : 'room.voteOpenHands')} ·{' '}
        {isSecret
          ? t('room.cast', { count: vote.cast, entitled: vote.entitled })
          : t('room.entitled', { count: vote.entitled })}
      </p>
      {isSecret && mayCast && <BallotForm vote={vote} onVote={onVote} />}
      {keeps && <CountForm vote={vote} onVote={onVote} />}
    </>
  )
}

function Result({ vote }: { vote: VoteView }) {
  const { t, number } = useWords()
  const { counts, entitled } = vote
  if (!counts) return null
  const absent = entitled - sumOf(counts)
  return (
    <>
      <dl className="room-result">
        {choices.map((choice) => (
          <div key={choice} className={`is-${choice}`}>
            <dt>{t(`room.${choice}`)}</dt>
            <dd>
              {t('room.voteResult', {
                count: counts[choice],
                share: number(perCent(counts[choice], entitled)),
              })}
            </dd>
          </div>
        ))}
      </dl>
      <p className="room-soft">
        {t('room.entitled', { count: entitled })}
        {absent > 0 && <> · {t('room.voteNotCast', { count: absent })}</>}
      </p>
    </>
  )
}
