// The votes of a session, kept by what the server announces.
import { useCallback } from 'react'
import type { VoteView } from '../../../shared/records/vote'
import { api, call } from '../../api'
import { useKept } from '../live/kept'
import { useLine } from '../live/session-live'

/** A vote that has ended stays so, and a box only fills: what says less comes late. */
export function withVote(votes: readonly VoteView[], next: VoteView): VoteView[] {
  const at = votes.findIndex(({ id }) => id === next.id)
  const known = votes[at]
  if (!known) return [...votes, next]
  const isLate = next.state === 'open' && (known.state !== 'open' || known.cast > next.cast)
  return isLate ? [...votes] : votes.with(at, next)
}

export function useVotes(sessionId: string) {
  const { data, change, again } = useKept(['votes', sessionId], () =>
    call<{ votes: VoteView[] }>(api.sessions[':id'].votes.$get({ param: { id: sessionId } })),
  )
  const put = useCallback(
    (vote: VoteView) => change(({ votes }) => ({ votes: withVote(votes, vote) })),
    [change],
  )
  useLine(
    sessionId,
    (event) => {
      if (event.type === 'vote') put(event.vote)
      // A meeting that ends makes an open vote void.
      if (event.type === 'session' && event.session.stage !== 'inSession') void again()
    },
    again,
  )
  return { votes: data?.votes, put }
}
