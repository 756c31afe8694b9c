// Ending a vote: hands are counted and typed, a secret ballot counts itself.
import { useState } from 'react'
import { type Choice, choices } from '../../../shared/facts/vote'
import type { VoteView } from '../../../shared/records/vote'
import { api, call } from '../../api'
import { Button } from '../../pieces/ui/button'
import { Field, TextInput } from '../../pieces/ui/field'
import { Notice } from '../../pieces/ui/notice'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

const none: Record<Choice, string> = { for: '', against: '0', other: '0' }

export function CountForm({ vote, onVote }: { vote: VoteView; onVote: (vote: VoteView) => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(none)
  const { isBusy, trouble, send } = useSending()
  const isSecret = vote.way === 'secret'
  const isCounted = isSecret || choices.every((choice) => /^\d{1,5}$/.test(typed[choice]))
  const close = () =>
    send(async () => {
      const counts = {
        for: Number(typed.for),
        against: Number(typed.against),
        other: Number(typed.other),
      }
      const json = { counts: isSecret ? null : counts }
      onVote(await call(api.votes[':id'].close.$post({ param: { id: vote.id }, json })))
    })
  return (
    <div className="room-count">
      {!isSecret && (
        <fieldset>
          <legend className="visually-hidden">{t('room.counting')}</legend>
          {choices.map((choice) => (
            <Field key={choice} label={t(`room.${choice}`)}>
              <TextInput
                inputMode="numeric"
                value={typed[choice]}
                onChange={(event) => setTyped({ ...typed, [choice]: event.target.value.trim() })}
              />
            </Field>
          ))}
        </fieldset>
      )}
      <Button
        variant={isSecret ? 'plain' : 'primary'}
        busy={isBusy}
        disabled={!isCounted}
        onClick={() => void close()}
      >
        {t(isSecret ? 'room.voteCloseSecret' : 'room.voteClose')}
      </Button>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </div>
  )
}
