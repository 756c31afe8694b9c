// One socket on one paper: its frames in, its frames out, its right to write.
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { isWritingFrame, messageType } from '../../shared/protocol'
import type { Person } from '../../shared/records/person'
import { type RefusalCode, refusals } from '../../shared/refusals'
import type { PaperAccess } from '../auth/access'
import { Acknowledgements } from './acknowledgements'
import { Allowance } from './allowance'
import { Brake } from './brake'
import { presenceFrame, savedFrame, step1Frame } from './frames'
import { passage } from './gate'
import { framed } from './outbox'
import type { Peer, Room } from './room'

export interface ConnectionLimits {
  readonly maxFramesPerSecond: number
  readonly maxBytesPerSecond: number
  readonly maxBufferedBytes: number
}

/** A WebSocket and the stream below it. */
export interface Line {
  readonly socket: WebSocket
  readonly stream: Duplex
}

/** Who sits behind a socket; fixed for the socket's life. */
export interface Occupant {
  readonly person: Person
  readonly loginId: string
  /** Shown beside the name in others' editors. */
  readonly role: string
  readonly color: string
}

/** Milliseconds of work for one socket before the others get their turn. */
const shareOfTurnMs = 20
/** A stock client gives a line up after 30 s of silence, and says every 15 s that it is there. */
const quietMs = 10_000
/** So many bytes of one socket may be on their way to the disk. */
const mostUnsavedBytes = 2 * 1024 * 1024
/** Work for one socket without a rest: as long as a day's writing takes; beyond it, a third of the time. */
const workAtOnceMs = 15_000
const workPerSecondMs = 333
/** Questions a second for who is present: the answer is long. */
const presenceRequestsPerSecond = 10
/** Gap frames tolerated between asking for step 2 and its arrival. */
const gapsBorne = 200
/** Asking for the state is dear to answer: so many at once, then one every two seconds. */
const stateRequestsAtOnce = 5
const stateRequestEveryMs = 2000

export class Connection implements Peer {
  readonly occupant: Occupant
  readonly #socket: WebSocket
  /** The socket's own stream. */
  readonly #stream: Duplex
  readonly #room: Room
  readonly #limits: ConnectionLimits
  readonly #frames: Allowance
  readonly #bytes: Allowance
  readonly #questions: Allowance
  readonly #work: Allowance
  readonly #clock: () => number
  #canWrite: boolean
  #isOpen = true
  #received = 0
  #savedTold = 0
  readonly #acknowledgements = new Acknowledgements()
  /** Gap frames since the last step 2. */
  #gaps = 0
  #stateTokens = stateRequestsAtOnce
  #stateAskedAt = 0
  readonly #brake: Brake
  #refill: NodeJS.Timeout | undefined
  #spentMs = 0
  #unsavedBytes = 0
  #wroteAt = 0
  /** False from a ping until its pong. */
  isAlive = true

  constructor(
    { socket, stream }: Line,
    room: Room,
    occupant: Occupant,
    access: PaperAccess,
    limits: ConnectionLimits,
    clock: () => number,
  ) {
    this.occupant = occupant
    this.#socket = socket
    this.#stream = stream
    this.#room = room
    this.#limits = limits
    this.#clock = clock
    this.#canWrite = access.write
    const now = clock()
    this.#frames = new Allowance(limits.maxFramesPerSecond, now)
    this.#bytes = new Allowance(limits.maxBytesPerSecond, now)
    this.#questions = new Allowance(presenceRequestsPerSecond, now)
    this.#work = new Allowance(workPerSecondMs, now, workAtOnceMs)
    this.#brake = new Brake(socket, (data) => this.#hear(data))
    socket.binaryType = 'nodebuffer'
    socket.on('message', (data: Buffer, isBinary: boolean) => this.#heard(data, isBinary))
    socket.on('pong', () => {
      this.isAlive = true
    })
    socket.on('close', () => this.#left())
  }

  get canWrite(): boolean {
    return this.#canWrite
  }

  /** Joins the room. A writer is asked for what the server lacks, a reader never is. */
  start(): void {
    this.#room.enter(this)
    if (this.#canWrite) this.send(step1Frame(this.#room.copy.vector()))
    const present = this.#room.presence.snapshot()
    if (present) this.send(presenceFrame(present))
  }

  /** Takes the rights as they are now; a right that ended closes the socket. */
  setAccess(access: PaperAccess): void {
    if (!this.#isOpen) return
    if (!access.read) return this.refuse('not-yours')
    if (this.#canWrite && !access.write) return this.refuse('frozen')
    if (!this.#canWrite && access.write) {
      this.#canWrite = true
      this.send(step1Frame(this.#room.copy.vector()))
    }
  }

  /** One message to this socket alone. */
  send(frame: Uint8Array): void {
    this.write(framed([frame]))
  }

  /** Frames built once for many sockets. Our sockets never compress, so a frame is never half sent. */
  write(frames: Buffer): void {
    if (!this.#isReady()) return
    this.#wroteAt = this.#clock()
    this.#stream.write(frames)
  }

  isQuiet(): boolean {
    return this.#clock() - this.#wroteAt > quietMs
  }

  /** A reader that takes nothing any more is let go before it fills the memory. */
  #isReady(): boolean {
    if (!this.#isOpen || this.#socket.readyState !== this.#socket.OPEN) return false
    if (this.#socket.bufferedAmount <= this.#limits.maxBufferedBytes) return true
    this.refuse('too-slow')
    this.#socket.terminate()
    return false
  }

  /** Closes with the refusal's code; what the socket still brings is not read. */
  refuse(code: RefusalCode): void {
    if (!this.#isOpen) return
    this.#socket.close(refusals[code].close ?? 4500, code)
    this.#left()
  }

  /** Ends a peer that did not answer the last ping, asks the others again. */
  ping(): void {
    if (!this.isAlive) return this.#socket.terminate()
    this.isAlive = false
    this.#socket.ping()
  }

  #left(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    clearTimeout(this.#refill)
    this.#brake.letGo()
    this.#room.leave(this)
  }

  #heard(data: Buffer, isBinary: boolean): void {
    if (!this.#isOpen) return
    if (isBinary) this.#brake.take(data)
    else this.refuse('bad-update')
  }

  #hear(data: Buffer): void {
    this.#pace(data)
    const begun = performance.now()
    this.#room.whenUnsealed(() => this.#take(data))
    this.#yieldAfter(performance.now() - begun)
  }

  /** Writing frames are bounded by their bytes and the time they take, others by their number too. */
  #pace(data: Buffer): void {
    const now = this.#clock()
    const wait = Math.max(
      isWritingFrame(data) ? 0 : this.#frames.take(1, now),
      this.#bytes.take(data.length, now),
      data[0] === messageType.queryAwareness ? this.#questions.take(1, now) : 0,
    )
    this.#restFor(wait)
  }

  #restFor(ms: number): void {
    if (ms === 0 || !this.#isOpen || this.#brake.holdsFor('allowance')) return
    this.#brake.hold('allowance')
    this.#refill = setTimeout(() => this.#brake.release('allowance'), ms)
  }

  /** A socket that has used up its share of this turn of the event loop lets the others have theirs. */
  #yieldAfter(spentMs: number): void {
    if (this.#spentMs === 0) {
      setImmediate(() => {
        const spent = this.#spentMs
        // Before the release: what waited begins a share of its own.
        this.#spentMs = 0
        this.#restFor(this.#work.take(spent, this.#clock()))
        this.#brake.release('turn')
      })
    }
    this.#spentMs += spentMs
    if (this.#isOpen && this.#spentMs > shareOfTurnMs) this.#brake.hold('turn')
  }

  #take(data: Buffer): void {
    if (!this.#isOpen) return
    const passing = passage(data, this.#canWrite)
    switch (passing.kind) {
      case 'refused':
        return this.refuse(passing.code)
      case 'stateRequest':
        return this.#answerState(passing.vector)
      case 'presence': {
        const { person, role, color } = this.occupant
        const identity = { name: person.name, username: person.username, role, color }
        return this.#room.tellPresence(
          this,
          this.#room.presence.receive(this, passing.payload, identity),
        )
      }
      case 'presenceRequest': {
        const present = this.#room.presence.snapshot()
        if (present) this.send(presenceFrame(present))
        return
      }
      case 'update':
        return this.#write(passing.update, passing.isStep2)
    }
  }

  #answerState(vector: Uint8Array): void {
    const now = this.#clock()
    const refill = Math.floor((now - this.#stateAskedAt) / stateRequestEveryMs)
    this.#stateTokens = Math.min(stateRequestsAtOnce, this.#stateTokens + refill)
    if (this.#stateTokens === 0) return this.refuse('too-slow')
    this.#stateTokens -= 1
    this.#stateAskedAt = now
    const frames = this.#room.copy.answer(vector)
    if (frames) this.write(frames)
    else this.refuse('bad-update')
  }

  #write(update: Uint8Array, isStep2: boolean): void {
    this.#received += 1
    const n = this.#received
    const { length } = update
    if (isStep2) this.#acknowledgements.covers(n)
    const outcome = this.#room.receive(this, update, isStep2, () => {
      this.#unsavedBytes -= length
      if (this.#unsavedBytes <= mostUnsavedBytes) this.#brake.release('disk')
      this.#durable(n)
    })
    if (outcome === 'taken') {
      this.#unsavedBytes += length
      if (this.#unsavedBytes > mostUnsavedBytes) this.#brake.hold('disk')
      if (isStep2) this.#gaps = 0
      return
    }
    if (outcome === 'refused' || isStep2 || ++this.#gaps > gapsBorne) {
      return this.refuse('bad-update')
    }
    this.#acknowledgements.gap(n)
    if (this.#gaps === 1) this.send(step1Frame(this.#room.copy.vector()))
  }

  #durable(n: number): void {
    this.#acknowledgements.durable(n)
    // One word for a whole batch: its frames become durable in one turn of the event loop.
    queueMicrotask(() => {
      const { saved } = this.#acknowledgements
      if (this.#savedTold >= saved) return
      this.#savedTold = saved
      this.send(savedFrame(saved))
    })
  }
}
