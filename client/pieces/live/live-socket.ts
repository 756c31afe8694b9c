// One /live socket a session, shared by everyone on the page who listens.
import type { LiveEvent } from '../../../shared/events'
import { backoffMs } from './backoff'

export interface LiveListener {
  hear: (event: LiveEvent) => void
  /** The connection was lost and is back: whatever was announced meanwhile must be fetched. */
  again: () => void
  /** The server ended it for good. */
  ended: (code: number) => void
}

class LiveSocket {
  readonly #url: string
  readonly listeners = new Set<LiveListener>()
  #socket: WebSocket | null = null
  #timer: number | undefined
  #attempt = 0
  #wasOpen = false
  #isClosed = false

  constructor(sessionId: string) {
    const origin = window.location.origin.replace(/^http/, 'ws')
    this.#url = `${origin}/live/${encodeURIComponent(sessionId)}`
    window.addEventListener('online', this.#now)
    this.#connect()
  }

  close(): void {
    this.#isClosed = true
    window.clearTimeout(this.#timer)
    window.removeEventListener('online', this.#now)
    this.#socket?.close()
  }

  readonly #now = () => {
    if (!this.#socket) this.#connect()
  }

  #connect(): void {
    if (this.#isClosed) return
    window.clearTimeout(this.#timer)
    const socket = new WebSocket(this.#url)
    this.#socket = socket
    socket.onopen = () => {
      this.#attempt = 0
      if (this.#wasOpen) for (const { again } of [...this.listeners]) again()
      this.#wasOpen = true
    }
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(String(data)) as LiveEvent
      for (const { hear } of [...this.listeners]) hear(event)
    }
    socket.onclose = ({ code }) => {
      this.#socket = null
      if (this.#isClosed) return
      if (code >= 4400 && code < 4500) {
        this.#isClosed = true
        for (const { ended } of [...this.listeners]) ended(code)
        return
      }
      this.#timer = window.setTimeout(() => this.#connect(), backoffMs(this.#attempt++))
    }
  }
}

const sockets = new Map<string, LiveSocket>()

/** Listens until the returned function is called; the last to leave closes the socket. */
export function joinLive(sessionId: string, listener: LiveListener): () => void {
  const socket = sockets.get(sessionId) ?? new LiveSocket(sessionId)
  sockets.set(sessionId, socket)
  socket.listeners.add(listener)
  return () => {
    socket.listeners.delete(listener)
    if (socket.listeners.size > 0) return
    socket.close()
    if (sockets.get(sessionId) === socket) sockets.delete(sessionId)
  }
}
