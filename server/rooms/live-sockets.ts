// The /live sockets: what happened to a session's records, told to whoever may read it.
import type { WebSocket } from 'ws'
import type { LiveEvent } from '../../shared/events'
import type { Person } from '../../shared/records/person'
import { type RefusalCode, refusals } from '../../shared/refusals'
import { seesSession, seesVersionsOnly } from '../auth/access'
import type { Records } from '../stores/contract'

interface Listener {
  readonly socket: WebSocket
  readonly person: Person
  readonly loginId: string
  readonly sessionId: string
  /** A page hears no ping: from silence it knows that the line is cut. */
  readonly wantsBeat: boolean
  /** A guest hears of frozen versions, not of the live papers' comments. */
  versionsOnly: boolean
  isAlive: boolean
}

const beat = JSON.stringify({ type: 'beat' } satisfies LiveEvent)

const close = (socket: WebSocket, code: RefusalCode) =>
  socket.close(refusals[code].close ?? 4500, code)

export class LiveSockets {
  readonly #records: Records
  readonly #maxBufferedBytes: number
  readonly #clock: () => number
  readonly #listeners = new Map<string, Set<Listener>>()
  /** When each session was last told of; kept for those who come. */
  readonly #toldAt = new Map<string, number>()
  readonly #startedAt = performance.now()

  constructor(records: Records, maxBufferedBytes: number, clock: () => number) {
    this.#records = records
    this.#maxBufferedBytes = maxBufferedBytes
    this.#clock = clock
  }

  get size(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0)
  }

  async join(
    socket: WebSocket,
    sessionId: string,
    who: { person: Person; loginId: string; wantsBeat: boolean },
  ): Promise<RefusalCode | null> {
    const session = await this.#records.get('sessions', sessionId)
    if (!session || session.cellId !== who.person.cellId) return 'not-yours'
    const now = this.#clock()
    if (!seesSession(who.person, session, now)) return 'not-yours'
    const versionsOnly = seesVersionsOnly(who.person, session, now)
    const listener: Listener = { socket, sessionId, ...who, versionsOnly, isAlive: true }
    const others = this.#listeners.get(sessionId) ?? new Set()
    this.#listeners.set(sessionId, others.add(listener))
    socket.on('pong', () => {
      listener.isAlive = true
    })
    // Clients act through HTTP only.
    socket.on('message', () => close(socket, 'read-only'))
    socket.on('close', () => {
      others.delete(listener)
      if (others.size === 0) this.#listeners.delete(sessionId)
    })
    if (who.wantsBeat) {
      const quietMs = Math.round(
        performance.now() - (this.#toldAt.get(sessionId) ?? this.#startedAt),
      )
      socket.send(JSON.stringify({ type: 'beat', quietMs } satisfies LiveEvent))
    }
    return null
  }

  /** Tells everyone who may know; the person whom it concerns most before the others. */
  tell(sessionId: string, event: LiveEvent, firstTo?: string): void {
    this.#toldAt.set(sessionId, performance.now())
    const frame = JSON.stringify(event)
    const isOfLivePaper = event.type === 'thread' && event.thread.ground !== 'version'
    const isFirst = ({ person }: Listener) => Number(person.username === firstTo)
    const listeners = [...(this.#listeners.get(sessionId) ?? [])]
    for (const { socket, versionsOnly } of listeners.sort((a, b) => isFirst(b) - isFirst(a))) {
      if (versionsOnly && isOfLivePaper) continue
      // A listener that takes nothing any more is let go before it fills the memory.
      if (socket.bufferedAmount > this.#maxBufferedBytes) socket.terminate()
      else socket.send(frame)
    }
  }

  /** Decides again who may listen, to one session or to all. */
  async recheck(sessionId?: string): Promise<void> {
    const chosen = sessionId ? [this.#listeners.get(sessionId) ?? []] : this.#listeners.values()
    for (const listener of [...chosen].flatMap((set) => [...set])) {
      const login = await this.#records.get('logins', listener.loginId)
      const person = await this.#records.get('people', listener.person.id)
      const session = await this.#records.get('sessions', listener.sessionId)
      const now = this.#clock()
      if (!login || !person || person.disabled) close(listener.socket, 'not-signed-in')
      else if (!session || !seesSession(person, session, now)) close(listener.socket, 'not-yours')
      else listener.versionsOnly = seesVersionsOnly(person, session, now)
    }
  }

  ping(): void {
    for (const listener of [...this.#listeners.values()].flatMap((set) => [...set])) {
      if (!listener.isAlive) listener.socket.terminate()
      listener.isAlive = false
      listener.socket.ping()
      if (listener.wantsBeat) listener.socket.send(beat)
    }
  }

  stop(): void {
    for (const { socket } of [...this.#listeners.values()].flatMap((set) => [...set])) {
      close(socket, 'stopping')
    }
  }
}
