// The votes of a session, kept by what the server announces.
import { useCallback, useEffect } from 'react'
import useSWR from 'swr'
import type { VoteView } from '../../../shared/records/vote'
import { api, call } from '../../api'
import { onLive } from '../live/session-live'

export function useVotes(sessionId: string) {
  const { data, mutate } = useSWR(['votes', sessionId], () =>
    call<{ votes: VoteView[] }>(api.sessions[':id'].votes.$get({ param: { id: sessionId } })),
  )
  const put = useCallback(
    (vote: VoteView) =>
      void mutate(
        (known) => {
          if (!known) return known
          const isKnown = known.votes.some(({ id }) => id === vote.id)
          const votes = known.votes.map((one) => (one.id === vote.id ? vote : one))
          return { votes: isKnown ? votes : [...votes, vote] }
        },
        { revalidate: false },
      ),
    [mutate],
  )
  useEffect(
    () =>
      onLive(
        sessionId,
        (event) => {
          if (event.type === 'vote') put(event.vote)
          // A meeting that ends makes an open vote void.
          if (event.type === 'session' && event.session.stage !== 'inSession') void mutate()
        },
        () => void mutate(),
      ),
    [sessionId, put, mutate],
  )
  return { votes: data?.votes, put }
}
