// One's secret ballot: chosen, cast, and from then on neither shown nor kept anywhere.
import { useState } from 'react'
import { type Choice, choices } from '../../../shared/facts/vote'
import type { VoteView } from '../../../shared/records/vote'
import { api, call, Refused } from '../../api'
import { Button } from '../../pieces/ui/button'
import { Notice } from '../../pieces/ui/notice'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

export function BallotForm({ vote, onVote }: { vote: VoteView; onVote: (vote: VoteView) => void }) {
  const { t } = useWords()
  const [choice, setChoice] = useState<Choice | null>(null)
  const [isCast, setCast] = useState(false)
  const { isBusy, trouble, send } = useSending()
  const cast = () =>
    send(async () => {
      if (!choice) return
      const json = { choice }
      try {
        onVote(await call(api.votes[':id'].ballot.$post({ param: { id: vote.id }, json })))
      } catch (error) {
        // The answer to an earlier press was lost on the way.
        if (!(error instanceof Refused && error.code === 'already-voted')) throw error
      }
      // Nothing on this device tells how one voted.
      setChoice(null)
      setCast(true)
    })
  if (isCast) return <Notice tone="green">{t('room.voteThanks')}</Notice>
  return (
    <fieldset className="room-ballot">
      <legend>{t('room.voteYours')}</legend>
      <p className="room-soft">{t('room.voteCasting')}</p>
      {choices.map((one) => (
        <label key={one} className={`is-${one}`}>
          <input
            type="radio"
            name={`ballot-${vote.id}`}
            checked={choice === one}
            onChange={() => setChoice(one)}
          />
          <span>{t(`room.${one}`)}</span>
        </label>
      ))}
      <Button
        variant="primary"
        busy={isBusy}
        disabled={choice === null}
        onClick={() => void cast()}
      >
        {t('room.voteCast')}
      </Button>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </fieldset>
  )
}
