// One /live socket a session, shared by everyone on the page who listens.
import type { LiveEvent } from '../../../shared/events'
import { backoffMs } from './backoff'

export interface LiveListener {
  hear: (event: LiveEvent) => void
  /** The line is there, or there again, and something may have been announced before: fetch it. */
  again: () => void
  /** The server ended it for good. */
  ended: (code: number) => void
}

const ignore = () => undefined

/** The server says something every eight seconds: a line that is silent for so long is cut. */
const silentMs = 20_000
/** What a page shows was asked for a moment before it asked for its line. */
const askedBeforeMs = 1000

class LiveSocket {
  readonly #url: string
  readonly listeners = new Set<LiveListener>()
  /** Told when the line comes or goes. */
  readonly watchers = new Set<() => void>()
  isOpen = false
  #silence: number | undefined
  #socket: WebSocket | null = null
  #timer: number | undefined
  #attempt = 0
  /** No line was lost yet: only what came before the first one can have been missed. */
  #isFirst = true
  readonly #madeAt = performance.now()
  #isClosed = false

  constructor(sessionId: string) {
    const origin = window.location.origin.replace(/^http/, 'ws')
    this.#url = `${origin}/live/${encodeURIComponent(sessionId)}?beat`
    window.addEventListener('online', this.#now)
    this.#connect()
  }

  close(): void {
    this.#isClosed = true
    window.clearTimeout(this.#timer)
    window.clearTimeout(this.#silence)
    window.removeEventListener('online', this.#now)
    this.#socket?.close()
  }

  /** A line that was there before the network went is another's line now. */
  readonly #now = () => {
    this.#attempt = 0
    this.#drop()
    this.#connect()
  }

  /** Lets go of a socket that may never say that it is closed. */
  #drop(): void {
    const socket = this.#socket
    this.#socket = null
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null
      socket.close()
    }
    this.#be(false)
    this.#isFirst = false
  }

  /** From now on everything is heard; what was fetched before may be older. */
  #joined(quietMs: number | undefined): void {
    if (quietMs === undefined) return
    const elapsed = performance.now() - this.#madeAt + askedBeforeMs
    if (!this.#isFirst || quietMs < elapsed) for (const { again } of [...this.listeners]) again()
  }

  #be(isOpen: boolean): void {
    window.clearTimeout(this.#silence)
    if (isOpen) this.#silence = window.setTimeout(this.#now, silentMs)
    if (this.isOpen === isOpen) return
    this.isOpen = isOpen
    for (const told of [...this.watchers]) told()
  }

  #connect(): void {
    if (this.#isClosed) return
    window.clearTimeout(this.#timer)
    const socket = new WebSocket(this.#url)
    this.#socket = socket
    socket.onopen = () => {
      this.#attempt = 0
      this.#be(true)
    }
    socket.onmessage = ({ data }) => {
      this.#be(true)
      const event = JSON.parse(String(data)) as LiveEvent
      if (event.type === 'beat') return this.#joined(event.quietMs)
      for (const { hear } of [...this.listeners]) hear(event)
    }
    socket.onclose = ({ code }) => {
      this.#socket = null
      this.#be(false)
      this.#isFirst = false
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

/** Whether the line to a session that somebody on the page listens to is there. */
export const isLinked = (sessionId: string): boolean => sockets.get(sessionId)?.isOpen ?? false

/** Listens as well, and calls `told` when the line comes or goes, until the returned function is called. */
export function watchLink(sessionId: string, told: () => void): () => void {
  const leave = joinLive(sessionId, { hear: ignore, again: ignore, ended: ignore })
  const socket = sockets.get(sessionId)
  socket?.watchers.add(told)
  return () => {
    socket?.watchers.delete(told)
    leave()
  }
}
