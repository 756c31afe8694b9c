// A room without a disk or sockets, and the turns of the event loop taken by hand.
import { Copy } from '../../server/rooms/copy'
import type { Told } from '../../server/rooms/intake'
import type { Journal } from '../../server/rooms/journal'
import { type Peer, Room } from '../../server/rooms/room'
import { Turns } from '../../server/rooms/turns'

export const peerOf = (id: string): Peer => ({
  occupant: { person: { id } },
  write: () => undefined,
  isQuiet: () => false,
  rest: () => undefined,
  goOn: () => undefined,
})

export const unheard: Told = {
  durable: () => undefined,
  settled: () => undefined,
  isWanted: () => true,
}

/** A job rests whenever it was asked so many times; it goes on when it is told to. */
export class ByHand extends Turns {
  readonly jobs: Generator<void, void>[] = []
  readonly #restsAfter: number
  #asked = 0

  constructor(restsAfter = Number.POSITIVE_INFINITY, stride?: number) {
    super()
    this.#restsAfter = restsAfter
    if (stride !== undefined) this.stride = stride
  }

  override readonly stride: number = new Turns().stride
  override begin(): void {
    this.#asked = 0
  }
  override isDue(): boolean {
    return ++this.#asked > this.#restsAfter
  }
  override add(job: Generator<void, void>): void {
    this.jobs.push(job)
  }

  /** False when nothing is left to do. */
  step(): boolean {
    this.begin()
    if (this.jobs[0]?.next().done) this.jobs.shift()
    return this.jobs.length > 0
  }
  finish(): void {
    while (this.step());
  }
}

/** A room, and the updates that its log was given; they are on disk at once. */
export function openRoom(turns: Turns = new ByHand()) {
  const log: Uint8Array[] = []
  const journal = {
    append: (entry: { update: Uint8Array } | null, durable: (() => void) | null) => {
      if (entry) log.push(entry.update)
      durable?.()
    },
    flush: async () => undefined,
  } as unknown as Journal
  const room = new Room({
    documentId: 'd',
    copy: new Copy(
      { epoch: 0, last: 0, clients: new Map(), snapshot: null, updates: [] },
      () => undefined,
    ),
    journal,
    owners: new Map(),
    turns,
    isRecovering: () => false,
    emptied: () => undefined,
    marksTouched: () => undefined,
  })
  return { room, log }
}
