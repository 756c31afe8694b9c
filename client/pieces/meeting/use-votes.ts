// The votes of a session, kept by what the server announces.
import { useCallback, useEffect } from 'react'
import type { VoteView } from '../../../shared/records/vote'
import { api, call } from '../../api'
import { useKept } from '../live/kept'
import { onLive } from '../live/session-live'

export function useVotes(sessionId: string) {
  const { data, change, again } = useKept(['votes', sessionId], () =>
    call<{ votes: VoteView[] }>(api.sessions[':id'].votes.$get({ param: { id: sessionId } })),
  )
  const put = useCallback(
    (vote: VoteView) =>
      change(({ votes: known }) => {
        const isKnown = known.some(({ id }) => id === vote.id)
        const votes = known.map((one) => (one.id === vote.id ? vote : one))
        return { votes: isKnown ? votes : [...votes, vote] }
      }),
    [change],
  )
  useEffect(
    () =>
      onLive(
        sessionId,
        (event) => {
          if (event.type === 'vote') put(event.vote)
          // A meeting that ends makes an open vote void.
          if (event.type === 'session' && event.session.stage !== 'inSession') void again()
        },
        () => void again(),
      ),
    [sessionId, put, again],
  )
  return { votes: data?.votes, put }
}
