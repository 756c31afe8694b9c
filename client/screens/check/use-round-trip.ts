// How long a mark takes to the server and back over the live socket, and how far the clocks are apart.
import { useEffect, useState } from 'react'
import { api, call } from '../../api'
import { onLive } from '../../pieces/live/session-live'

const everyMs = 4000
/** A mark that has not come back by then is lost. */
const lostMs = 3500
const kept = 5

interface RoundTrip {
  readonly state: 'trying' | 'through' | 'lost'
  /** The median of the last few. */
  readonly delayMs: number | null
  /** Of the server's clock, this machine's is so far ahead. */
  readonly aheadMs: number | null
}

const median = (values: readonly number[]): number | null =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null

export function useRoundTrip(sessionId: string): RoundTrip {
  const [trip, setTrip] = useState<RoundTrip>({ state: 'trying', delayMs: null, aheadMs: null })
  useEffect(() => {
    const delays: number[] = []
    let sent = { mark: '', at: 0, wall: 0 }
    let lost: number | undefined
    const lose = () => setTrip((known) => ({ ...known, state: 'lost' }))
    const leave = onLive(sessionId, (event) => {
      if (event.type !== 'echo' || event.mark !== sent.mark) return
      window.clearTimeout(lost)
      const delay = performance.now() - sent.at
      if (delays.push(delay) > kept) delays.shift()
      // The server wrote its time about half way.
      const aheadMs = sent.wall + delay / 2 - Date.parse(event.at)
      setTrip({ state: 'through', delayMs: median(delays), aheadMs })
    })
    const send = () => {
      const mark = Math.random().toString(36).slice(2, 12)
      sent = { mark, at: performance.now(), wall: Date.now() }
      window.clearTimeout(lost)
      lost = window.setTimeout(lose, lostMs)
      call(api.sessions[':id'].echo.$post({ param: { id: sessionId }, json: { mark } })).catch(lose)
    }
    send()
    const timer = window.setInterval(send, everyMs)
    return () => {
      leave()
      window.clearInterval(timer)
      window.clearTimeout(lost)
    }
  }, [sessionId])
  return trip
}
