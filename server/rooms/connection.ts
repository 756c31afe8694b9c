// One socket on one paper: its frames in, its frames out, its right to write.
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Person } from '../../shared/records/person'
import { type RefusalCode, refusals } from '../../shared/refusals'
import type { PaperAccess } from '../auth/access'
import { Acknowledgements } from './acknowledgements'
import { Brake } from './brake'
import { presenceFrame, savedFrame, step1Frame } from './frames'
import { passage } from './gate'
import type { Outcome } from './intake'
import { Pace, type PaceLimits } from './pace'
import type { Peer, Room } from './room'

export interface ConnectionLimits extends PaceLimits {
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
/** Gap frames tolerated between asking for step 2 and its arrival. */
const gapsBorne = 200
export class Connection implements Peer {
  readonly occupant: Occupant
  readonly #socket: WebSocket
  /** The socket's own stream. */
  readonly #stream: Duplex
  readonly #room: Room
  readonly #limits: ConnectionLimits
  readonly #pace: Pace
  readonly #clock: () => number
  #canWrite: boolean
  #isOpen = true
  #received = 0
  /** Its first step 2 has come: what comes before is a part of that one. */
  #hasSentState = false
  #savedTold = 0
  readonly #acknowledgements = new Acknowledgements()
  /** Gap frames since the last step 2. */
  #gaps = 0
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
    this.#pace = new Pace(limits, clock)
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
    if (this.#canWrite) this.write(step1Frame(this.#room.copy.vector()))
    const present = this.#room.presence.snapshot()
    if (present) this.write(presenceFrame(present))
  }

  /** Takes the rights as they are now; a right that ended closes the socket. */
  setAccess(access: PaperAccess): void {
    if (!this.#isOpen) return
    if (!access.read) return this.refuse('not-yours')
    if (this.#canWrite && !access.write) return this.refuse('frozen')
    if (!this.#canWrite && access.write) {
      this.#canWrite = true
      this.write(step1Frame(this.#room.copy.vector()))
    }
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

  rest(): void {
    if (this.#isOpen) this.#brake.hold('seal')
  }

  goOn(): void {
    this.#brake.release('seal')
  }

  /** Ends a peer that did not answer the last ping, asks the others again. */
  ping(): void {
    // While we do not listen, it may well have answered.
    if (!this.isAlive && !this.#brake.isHeld) return this.#socket.terminate()
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
    this.#restFor(this.#pace.message(data))
    const begun = performance.now()
    this.#take(data)
    this.#yieldAfter(performance.now() - begun)
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
        this.#restFor(this.#pace.work(spent))
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
        if (present) this.write(presenceFrame(present))
        return
      }
      case 'update':
        return this.#write(passing.update, passing.isStep2)
    }
  }

  #answerState(vector: Uint8Array): void {
    if (!this.#pace.mayAskForState()) return this.refuse('too-slow')
    // A state with half an update in it could be a list without items, which editors take away.
    if (!this.#room.isWhole) this.#brake.hold('slices')
    this.#room.whenWhole(() => {
      if (!this.#isOpen) return
      const frames = this.#room.copy.answer(vector)
      if (frames) this.write(frames)
      else this.refuse('bad-update')
      this.#brake.release('slices')
    })
  }

  #write(update: Uint8Array, isStep2: boolean): void {
    this.#received += 1
    const frame = { n: this.#received, length: update.length, isStep2 }
    if (isStep2) this.#acknowledgements.covers(frame.n)
    this.#unsavedBytes += frame.length
    const isOfState = isStep2 || !this.#hasSentState
    this.#hasSentState ||= isStep2
    const outcome = this.#room.receive(this, update, isOfState, {
      durable: () => {
        this.#unsavedBytes -= frame.length
        if (this.#unsavedBytes <= mostUnsavedBytes) this.#brake.release('disk')
        this.#durable(frame.n)
      },
      settled: (end, spentMs) => {
        if (!this.#isOpen) return
        this.#settled(frame, end)
        this.#restFor(this.#pace.work(spentMs))
        this.#brake.release('slices')
      },
      isWanted: () => this.#isOpen,
    })
    // What it sends next is heard when this is done.
    if (outcome === 'later') this.#brake.hold('slices')
    else this.#settled(frame, outcome)
  }

  #settled(
    { n, length, isStep2 }: { n: number; length: number; isStep2: boolean },
    outcome: Outcome,
  ): void {
    if (outcome === 'taken') {
      if (this.#unsavedBytes > mostUnsavedBytes) this.#brake.hold('disk')
      if (isStep2) this.#gaps = 0
      return
    }
    this.#unsavedBytes -= length
    if (outcome === 'refused' || isStep2 || ++this.#gaps > gapsBorne) {
      return this.refuse('bad-update')
    }
    this.#acknowledgements.gap(n)
    if (this.#gaps === 1) this.write(step1Frame(this.#room.copy.vector()))
  }

  #durable(n: number): void {
    this.#acknowledgements.durable(n)
    // One word for a whole flush: its frames become durable in one turn of the event loop.
    setImmediate(() => {
      const { saved } = this.#acknowledgements
      if (this.#savedTold >= saved) return
      this.#savedTold = saved
      this.write(savedFrame(saved))
    })
  }
}
