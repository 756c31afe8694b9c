// Asking to speak, calling, ending: each one press, and what went wrong in words.
import { api, call } from '../../api'
import { useSession } from '../live/session-live'
import { useSending } from '../use-sending'

export function useSpeaking(sessionId: string) {
  const { refresh } = useSession(sessionId)
  const { isBusy, trouble, send } = useSending()
  const speakers = api.sessions[':id'].speakers
  const param = { id: sessionId }
  /** What is announced brings it too; this does not wait for a line that is cut. */
  const act = (work: () => Promise<unknown>) =>
    send(async () => {
      await work()
      await refresh()
    })
  return {
    isBusy,
    trouble,
    ask: (paragraph: number | null) =>
      act(() => call(speakers.$post({ param, json: paragraph === null ? {} : { paragraph } }))),
    takeBack: (speaker: string) =>
      act(() => call(speakers[':speaker'].$delete({ param: { ...param, speaker } }))),
    change: (speaker: string, state: 'called' | 'ended') =>
      act(() => call(speakers[':speaker'].$put({ param: { ...param, speaker }, json: { state } }))),
  }
}
