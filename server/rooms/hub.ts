// All rooms and sockets of this process: opens once, tells, re-decides rights, evicts.
import { setTimeout as pause } from 'node:timers/promises'
import type { Document, Session } from '../../shared/records/session'
import type { RefusalCode } from '../../shared/refusals'
import { paperAccess } from '../auth/access'
import { log, logError } from '../log'
import type { Logged, Records, Store } from '../stores/contract'
import { Compactor, ShortLog } from './compactor'
import { Connection, type ConnectionLimits, type Line, type Occupant } from './connection'
import { Copy, mostTail } from './copy'
import { Journal } from './journal'
import { LiveSockets } from './live-sockets'
import { reconcile } from './marks'
import { loggedText, Room, textOf } from './room'
import { Soon } from './soon'
import { threadsOn } from './threads-on'
import { Turns } from './turns'

/** Stopping waits so long for logs to be shortened; the rest is done when they are opened. */
const compactAtStopMs = 5000
/** A peer that is silent for two of these is dead: found within 20 s. */
const pingEveryMs = 8000
/** After a kill, so long do colleagues' copies bring back what was shown but not yet saved. */
const recoveryMs = 10 * 60_000

/** Marks that an editor lost, moved or forged are put right so long after. */
const mendMarksAfterMs = 1500
/** Letters alone may bring words back whose mark is gone. */
const findWordsAfterMs = 6000

export interface HubSettings extends ConnectionLimits {
  readonly roomIdleMs: number
}

interface Loaded {
  readonly room: Room
  readonly log: ShortLog
}

interface Joined {
  readonly connection: Connection
  readonly document: Document
}

export class Hub {
  readonly live: LiveSockets
  readonly #store: Store
  readonly #records: Records
  readonly #compactor: Compactor
  readonly #settings: HubSettings
  readonly #clock: () => number
  /** One loading promise a document: two arrivals share one load. */
  readonly #rooms = new Map<string, Promise<Room>>()
  readonly #loaded = new Map<string, Loaded>()
  readonly #joined = new Map<Connection, Joined>()
  readonly #idle = new Map<string, NodeJS.Timeout>()
  /** A paper that was put away meanwhile is mended when it is next opened. */
  readonly #mending = new Soon((documentId) => {
    const loaded = this.#loaded.get(documentId)
    if (loaded) loaded.room.whenWhole(() => void this.#reconcile(loaded.room))
  })
  readonly #pinging: NodeJS.Timeout
  readonly #turns = new Turns()
  /** Work under way on a paper: its room stays in memory. */
  readonly #pins = new Map<string, number>()
  readonly #recoversUntil: number
  #isStopping = false
  #opened = 0

  constructor(store: Store, settings: HubSettings, clock: () => number) {
    this.#store = store
    this.#records = store.records
    this.#compactor = new Compactor(store.log)
    this.#settings = settings
    this.#clock = clock
    this.#recoversUntil = store.wasInterrupted ? clock() + recoveryMs : 0
    this.live = new LiveSockets(store.records, settings.maxBufferedBytes, clock)
    // Judged after this turn's reading: when the server itself was held up, pongs are waiting.
    this.#pinging = setInterval(() => setImmediate(() => this.#ping()), pingEveryMs)
  }

  #ping(): void {
    for (const connection of this.#joined.keys()) connection.ping()
    this.live.ping()
  }

  /** What /metrics shows. */
  counts() {
    return {
      rooms: this.#loaded.size,
      roomsOpened: this.#opened,
      connections: this.#joined.size,
      liveSockets: this.live.size,
    }
  }

  /** The papers in memory, and how many updates of each were written since it was opened. */
  loaded(): (readonly [documentId: string, written: number])[] {
    return [...this.#loaded].map(([id, { room }]) => [id, room.journal.written] as const)
  }

  /** Hands over a paper's room, loaded and reconciled, and keeps it in memory meanwhile. */
  async use<T>(documentId: string, work: (room: Room) => Promise<T> | T): Promise<T> {
    this.#pins.set(documentId, (this.#pins.get(documentId) ?? 0) + 1)
    try {
      return await work(await this.#open(documentId))
    } finally {
      const left = (this.#pins.get(documentId) ?? 1) - 1
      if (left > 0) this.#pins.set(documentId, left)
      else this.#pins.delete(documentId)
      this.#restIfEmpty(documentId)
    }
  }

  /**
   * Runs `work` on what the log holds while the paper stands still: nothing is taken in, and
   * nothing written before this fence can land after it. What arrives meanwhile is heard
   * afterwards, by the rights `work` leaves behind.
   */
  still<T>(documentId: string, work: (logged: Logged) => Promise<T>): Promise<T> {
    return this.use(documentId, async (room) => {
      await room.seal()
      let hasParted = false
      try {
        room.journal.enter(await this.#store.log.fence(documentId))
        const logged = await this.#store.log.read(documentId)
        // A hand-made update can make two orders of arrival read differently: the log decides.
        hasParted = JSON.stringify(loggedText(logged)) !== JSON.stringify(textOf(room.doc))
        return await work(logged)
      } finally {
        room.unseal()
        if (hasParted) this.#lost(documentId, new Error('memory and log differ'))
      }
    })
  }

  #open(documentId: string): Promise<Room> {
    this.#keepAwake(documentId)
    const known = this.#rooms.get(documentId)
    if (known) return known
    const loading = this.#load(documentId)
    this.#rooms.set(documentId, loading)
    loading.catch(() => this.#rooms.delete(documentId))
    return loading
  }

  async #load(documentId: string): Promise<Room> {
    const logged = await this.#compactor.read(documentId, mostTail)
    const journal = new Journal(
      this.#store.log,
      documentId,
      logged,
      (error) => this.#lost(documentId, error),
      () => shortLog.grown(),
    )
    const shortLog = new ShortLog(this.#compactor, journal, documentId, logged)
    // What a kill came between is put right before anybody reads; else when first someone writes.
    const mendsFirst = this.#store.wasInterrupted
    const room: Room = new Room({
      documentId,
      copy: new Copy(logged, () => void (mendsFirst || this.#reconcile(room))),
      journal,
      owners: logged.clients,
      turns: this.#turns,
      isRecovering: () => this.#clock() < this.#recoversUntil,
      emptied: () => this.#restIfEmpty(documentId),
      marksTouched: (isLikely) =>
        this.#mending.ask(documentId, isLikely ? mendMarksAfterMs : findWordsAfterMs),
    })
    this.#loaded.set(documentId, { room, log: shortLog })
    if (mendsFirst) await this.#reconcile(room)
    this.#opened += 1
    this.#restIfEmpty(documentId)
    return room
  }

  async #reconcile(room: Room): Promise<void> {
    try {
      await reconcile(room, await threadsOn(this.#records, room.documentId))
    } catch (error) {
      // A broken journal has told `#lost` itself.
      logError('reconcile', error, { documentId: room.documentId })
    }
  }

  /** Memory is not what the log holds: its sockets come again, and the room starts anew. */
  #lost(documentId: string, error: unknown): void {
    logError('journal', error, { documentId })
    for (const { connection, document } of this.#joined.values()) {
      if (document.id === documentId) connection.refuse('stopping')
    }
    this.#forget(documentId)
  }

  #forget(documentId: string): void {
    const loaded = this.#loaded.get(documentId)
    this.#rooms.delete(documentId)
    this.#loaded.delete(documentId)
    this.#keepAwake(documentId)
    loaded?.room.destroy()
  }

  #keepAwake(documentId: string): void {
    clearTimeout(this.#idle.get(documentId))
    this.#idle.delete(documentId)
  }

  #restIfEmpty(documentId: string): void {
    const loaded = this.#loaded.get(documentId)
    if (!loaded || this.#isInUse(loaded.room) || this.#isStopping) return
    this.#keepAwake(documentId)
    const timer = setTimeout(() => void this.#evict(documentId), this.#settings.roomIdleMs)
    timer.unref()
    this.#idle.set(documentId, timer)
  }

  #isInUse(room: Room): boolean {
    return room.connections.size > 0 || this.#pins.has(room.documentId)
  }

  async #evict(documentId: string): Promise<void> {
    const loaded = this.#loaded.get(documentId)
    if (!loaded) return
    try {
      await loaded.room.settled()
    } catch {
      // Broken: `#lost` has been told, and the room is gone already.
      return
    }
    await loaded.log.shorten()
    // Someone may have come in while the log was written: an open cancels the timer.
    if (this.#isInUse(loaded.room) || !this.#idle.has(documentId)) return
    this.#forget(documentId)
  }

  /** Lets a socket, paused, into its paper's room; returns the refusal with which to close it, if any. */
  async join(line: Line, document: Document, occupant: Occupant): Promise<RefusalCode | null> {
    const { socket } = line
    if (this.#isStopping) return 'stopping'
    const { person } = occupant
    return this.use(document.id, async (room) => {
      const session = await this.#records.get('sessions', document.sessionId)
      if (!session || session.cellId !== person.cellId) return 'not-yours'
      const access = paperAccess(document.paper, person, session, this.#clock())
      if (!access.read) return 'not-yours'
      if (socket.readyState !== socket.OPEN) return null
      const connection = new Connection(line, room, occupant, access, this.#settings, this.#clock)
      this.#joined.set(connection, { connection, document })
      socket.once('close', () => this.#joined.delete(connection))
      connection.start()
      return null
    })
  }

  /** Decides again what every socket of a session may do; called after its record changed. */
  async recheckSession(session: Session): Promise<void> {
    const ofSession = [...this.#joined.values()].filter(
      ({ document }) => document.sessionId === session.id,
    )
    await this.#recheck(ofSession)
    await this.live.recheck(session.id)
  }

  /** After a person's posts changed, the account was locked, or logins ended. */
  async recheckPerson(personId: string): Promise<void> {
    const ofPerson = [...this.#joined.values()].filter(
      ({ connection }) => connection.occupant.person.id === personId,
    )
    await this.#recheck(ofPerson)
    await this.live.recheck()
  }

  async #recheck(joined: readonly Joined[]): Promise<void> {
    for (const { connection, document } of joined) {
      const { person: before, loginId } = connection.occupant
      const login = await this.#records.get('logins', loginId)
      const person = await this.#records.get('people', before.id)
      const session = await this.#records.get('sessions', document.sessionId)
      if (!login || !person || person.disabled) connection.refuse('not-signed-in')
      else if (!session) connection.refuse('not-yours')
      else connection.setAccess(paperAccess(document.paper, person, session, this.#clock()))
    }
  }

  /** Says goodbye to every socket and resolves when every room is on disk. */
  async stop(): Promise<void> {
    this.#isStopping = true
    clearInterval(this.#pinging)
    this.#mending.stop()
    for (const timer of this.#idle.values()) clearTimeout(timer)
    const rooms = [...this.#loaded.values()]
    await Promise.all(rooms.map(({ room }) => room.seal()))
    const shortened = rooms.map(({ log }) => log.shorten())
    for (const connection of [...this.#joined.keys()]) connection.refuse('stopping')
    this.live.stop()
    await Promise.race([Promise.all(shortened), pause(compactAtStopMs, null, { ref: false })])
    await this.#compactor.close()
    log('stopped', { rooms: rooms.length })
  }
}
