// One live paper in memory: applies, tells, journals, and can be sealed for a freeze.
import { yXmlFragmentToProsemirrorJSON } from 'y-prosemirror'
import type * as Y from 'yjs'
import type { PaperNode } from '../../shared/document/outline'
import { rootName } from '../../shared/protocol'
import { Refusal } from '../../shared/refusals'
import type { Entry, Logged } from '../stores/contract'
import { type Copy, rebuild } from './copy'
import { presenceFrame, updateFrame } from './frames'
import { type Author, Intake, type Outcome, type Told } from './intake'
import type { Journal } from './journal'
import { Outbox, type Receiver } from './outbox'
import { Owners, serverOwner } from './owners'
import { Presence } from './presence'
import { mayTouchMarks } from './right-marks'
import type { Turns } from './turns'

/** What a room knows of the sockets in it. */
export interface Peer extends Author, Receiver {
  /** Is not heard until told to go on: what it sends waits. */
  rest(): void
  goOn(): void
  /** Nothing was written to it for some seconds. */
  isQuiet(): boolean
}

/** The author of what the server makes elsewhere; it has no socket. */
const serverPeer: Peer = {
  occupant: { person: { id: serverOwner } },
  write: () => undefined,
  isQuiet: () => false,
  rest: () => undefined,
  goOn: () => undefined,
}

/** A document's text as ProseMirror JSON; reads only, whatever the schema says of it. */
export const textOf = (doc: Y.Doc): PaperNode =>
  yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(rootName)) as unknown as PaperNode

/** The text that a log holds. */
export function loggedText(logged: Logged): PaperNode {
  const doc = rebuild(logged)
  const text = textOf(doc)
  doc.destroy()
  return text
}

export interface RoomParts {
  readonly documentId: string
  readonly copy: Copy
  readonly journal: Journal
  readonly owners: ReadonlyMap<number, string>
  readonly turns: Turns
  /** The server ended without warning a short while ago: see `Owners`. */
  readonly isRecovering: () => boolean
  readonly emptied: () => void
  /** Somebody's edit may have taken, moved or forged comment marks; letters alone may bring words back. */
  readonly marksTouched: (isLikely: boolean) => void
}

export class Room {
  readonly documentId: string
  readonly copy: Copy
  readonly journal: Journal
  readonly presence: Presence<Peer>
  readonly connections = new Set<Peer>()
  readonly #outbox: Outbox<Peer>
  readonly #owners: Owners
  readonly #intake: Intake<Peer>
  readonly #isRecovering: () => boolean
  readonly #emptied: () => void
  /** What waits for the seal to be lifted, in order; `null` while there is none. */
  #held: (() => void)[] | null = null

  constructor(parts: RoomParts) {
    const { documentId, copy, journal, owners, turns, isRecovering, emptied, marksTouched } = parts
    this.documentId = documentId
    this.copy = copy
    this.journal = journal
    this.#outbox = new Outbox(this.connections)
    this.#isRecovering = isRecovering
    this.#emptied = emptied
    this.presence = new Presence((clientId, { occupant }) =>
      this.#owners.mayHold(clientId, occupant.person.id),
    )
    this.#owners = new Owners({
      known: owners,
      written: copy.clientIds(),
      holderOf: (clientId) => this.presence.connectionOf(clientId)?.occupant.person.id,
    })
    this.#intake = new Intake({
      copy,
      journal,
      owners: this.#owners,
      turns,
      keep: (entry, durable, from) => {
        this.#keep(entry, durable, from)
        marksTouched(mayTouchMarks(entry.update))
      },
    })
  }

  get doc(): Y.Doc {
    return this.copy.doc
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment(rootName)
  }

  enter(connection: Peer): void {
    this.connections.add(connection)
    if (this.#held) connection.rest()
  }

  leave(connection: Peer): void {
    if (!this.connections.delete(connection)) return
    this.tellPresence(connection, this.presence.leave(connection))
    if (this.connections.size === 0) this.#emptied()
  }

  /** An update from a socket, as `isOfState` a part of all it has; `later` where its author is told how it ended. */
  receive(from: Peer, update: Uint8Array, isOfState: boolean, told: Told): Outcome | 'later' {
    return this.#intake.receive(from, update, isOfState && this.#isRecovering(), told)
  }

  /** Runs now, or when memory has all that the log has. */
  whenWhole(action: () => void): void {
    this.#intake.whenWhole(action)
  }

  get isWhole(): boolean {
    return !this.#intake.isFilling
  }

  /** An edit by the server itself, in one transaction. Resolves when it is on disk. */
  async edit<T>(change: (doc: Y.Doc) => T): Promise<T> {
    if (this.#held) await new Promise<void>((resolve) => this.#held?.push(resolve))
    const clientId = this.doc.clientID
    const written: Uint8Array[] = []
    const note = (update: Uint8Array) => written.push(update)
    this.doc.on('update', note)
    let result: T
    try {
      result = this.doc.transact(() => change(this.doc), serverOwner)
    } finally {
      this.doc.off('update', note)
      for (const update of written) {
        this.#keep({ update, newClients: this.#owners.claimForServer(clientId) }, null, null)
      }
    }
    await this.journal.flush()
    return result
  }

  /** Who wrote under each client ID, as far as it is known. */
  authors(): Map<number, string | null> {
    return new Map([...this.copy.clientIds()].map((id) => [id, this.#owners.authorOf(id)]))
  }

  /** Its whole state, when nothing of what was received is under way. */
  async state(): Promise<Uint8Array[]> {
    await this.#intake.idle()
    return this.copy.parts()
  }

  /** An update that was made elsewhere, by the server or in a person's name, taken in at the pace of all large ones. */
  async take(update: Uint8Array, from: Peer = serverPeer): Promise<void> {
    if (this.#held) await new Promise<void>((resolve) => this.#held?.push(resolve))
    let ended: Outcome | null = null
    const told = {
      durable: () => undefined,
      settled: (outcome: Outcome) => {
        ended = outcome
      },
      isWanted: () => true,
    }
    const outcome = this.receive(from, update, false, told)
    if (outcome === 'later') await this.settled()
    else await this.journal.flush()
    const end = ended ?? outcome
    if (end === 'refused') throw new Refusal('too-large')
    if (end !== 'taken') throw new Refusal('busy')
  }

  #keep(entry: Entry, durable: (() => void) | null, from: Peer | null): void {
    this.copy.note(entry.update)
    this.#outbox.add(updateFrame(entry.update), from)
    this.journal.append(entry, durable)
  }

  /** The sender hears its own presence again when else it hears nothing: a stock client drops after 30 s. */
  tellPresence(from: Peer, payload: Uint8Array | null): void {
    if (payload) this.#outbox.addLatest(from, presenceFrame(payload), from.isQuiet() ? null : from)
  }

  /** From here on nothing is taken in; resolves when all that was taken is on disk. */
  async seal(): Promise<void> {
    this.#held ??= []
    for (const connection of this.connections) connection.rest()
    await this.settled()
  }

  /** What was held while sealed is heard now, by the rights as they are now. */
  unseal(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const goOn of held) goOn()
    for (const connection of [...this.connections]) connection.goOn()
  }

  /** Resolves when all that was received is applied and on disk. */
  async settled(): Promise<void> {
    await this.#intake.idle()
    await this.journal.flush()
  }

  /** Memory is given up: what is under way is applied no further. */
  destroy(): void {
    this.#intake.stop()
    this.copy.destroy()
  }
}
