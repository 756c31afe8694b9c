// One live paper in memory: applies, tells, journals, and can be sealed for a freeze.
import { yXmlFragmentToProsemirrorJSON } from 'y-prosemirror'
import * as Y from 'yjs'
import type { PaperNode } from '../../shared/document/outline'
import { rootName } from '../../shared/protocol'
import type { Entry, Logged } from '../stores/contract'
import { type Copy, rebuild } from './copy'
import { presenceFrame, updateFrame } from './frames'
import { guardUpdate } from './guard-update'
import type { Journal } from './journal'
import { Outbox } from './outbox'
import { Presence } from './presence'
import { mayTouchMarks } from './right-marks'

/** Client IDs under which the server itself writes belong to this owner. */
const serverOwner = '(server)'

/** What a room knows of the sockets in it. */
export interface Peer {
  readonly occupant: { readonly person: { readonly id: string } }
  /** Whole WebSocket frames, ready for the wire. */
  write(frames: Buffer): void
  /** Nothing was written to it for some seconds. */
  isQuiet(): boolean
}

/** taken: applied and on its way to disk · gap: something is missing before it · refused: malformed. */
export type Outcome = 'taken' | 'gap' | 'refused'

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

/** What a client without words of its own answers when it is asked for them. */
const isNothing = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0

export interface RoomParts {
  readonly documentId: string
  readonly copy: Copy
  readonly journal: Journal
  readonly owners: ReadonlyMap<number, string>
  /** The server ended without warning a short while ago: see `#ownerFor`. */
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
  readonly #owners: Map<number, string>
  /** Client IDs that wrote here and belong to nobody yet: whoever goes on under one owns it. */
  readonly #ownerless = new Set<number>()
  readonly #isRecovering: () => boolean
  readonly #emptied: () => void
  readonly #marksTouched: (isLikely: boolean) => void
  /** What waits for the seal to be lifted, in order; `null` while there is none. */
  #held: (() => void)[] | null = null

  constructor(parts: RoomParts) {
    const { documentId, copy, journal, owners, isRecovering, emptied, marksTouched } = parts
    this.documentId = documentId
    this.copy = copy
    this.journal = journal
    this.#owners = new Map(owners)
    this.#outbox = new Outbox(this.connections)
    this.#isRecovering = isRecovering
    this.#emptied = emptied
    this.#marksTouched = marksTouched
    this.presence = new Presence((clientId, { occupant }) => {
      const owner = this.#owners.get(clientId)
      return owner === undefined || owner === occupant.person.id
    })
    for (const clientId of copy.clientIds()) {
      if (!this.#owners.has(clientId)) this.#ownerless.add(clientId)
    }
  }

  get doc(): Y.Doc {
    return this.copy.doc
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment(rootName)
  }

  enter(connection: Peer): void {
    this.connections.add(connection)
  }

  leave(connection: Peer): void {
    if (!this.connections.delete(connection)) return
    this.tellPresence(connection, this.presence.leave(connection))
    if (this.connections.size === 0) this.#emptied()
  }

  /** An update from a socket. `durable` is called when it and all before it are on disk. */
  receive(from: Peer, update: Uint8Array, isStep2: boolean, durable: () => void): Outcome {
    if (isNothing(update)) {
      this.journal.append(null, durable)
      return 'taken'
    }
    const personId = from.occupant.person.id
    const isMending = isStep2 && this.#isRecovering()
    const verdict = guardUpdate(update, personId, {
      doc: this.doc,
      ownerOf: (clientId) => this.#ownerFor(clientId, personId, isMending),
    })
    if (!verdict.ok) return verdict.resync ? 'gap' : 'refused'
    if (verdict.isEmpty) {
      // It brings nothing new: as durable as what came before it.
      this.journal.append(null, durable)
      return 'taken'
    }
    Y.applyUpdate(this.doc, update, from)
    const newClients = isMending ? [] : this.#claim(update, verdict.newClients, personId)
    for (const clientId of isMending ? verdict.newClients : []) this.#ownerless.add(clientId)
    this.#keep({ update, newClients }, durable, from)
    this.#marksTouched(mayTouchMarks(update))
    return 'taken'
  }

  /**
   * A client ID belongs to one person for ever. After a kill the others may hold, unacknowledged,
   * what its author was told to have been shown but not saved; their step 2 brings it back, and
   * it stays nobody's until its author goes on.
   */
  #ownerFor(clientId: number, personId: string, isMending: boolean): string | undefined {
    const owner = this.#owners.get(clientId)
    if (isMending && owner !== serverOwner) return personId
    if (owner !== undefined) return owner
    // An ID seen in someone's caret is that person's before they have written a word.
    const holder = this.presence.connectionOf(clientId)?.occupant.person.id
    return holder ?? (this.#ownerless.has(clientId) ? personId : undefined)
  }

  #claim(update: Uint8Array, newClients: readonly number[], personId: string) {
    const named = new Set(newClients)
    if (this.#ownerless.size > 0) {
      for (const clientId of Y.parseUpdateMeta(update).to.keys()) {
        if (this.#ownerless.delete(clientId)) named.add(clientId)
      }
    }
    for (const clientId of named) this.#owners.set(clientId, personId)
    return [...named].map((clientId) => [clientId, personId] as const)
  }

  /** An edit by the server itself, in one transaction. Resolves when it is on disk. */
  async edit<T>(change: (doc: Y.Doc) => T): Promise<T> {
    if (this.#held) await new Promise<void>((resolve) => this.whenUnsealed(resolve))
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
        const isNew = !this.#owners.has(clientId)
        if (isNew) this.#owners.set(clientId, serverOwner)
        this.#keep({ update, newClients: isNew ? [[clientId, serverOwner]] : [] }, null, null)
      }
    }
    await this.journal.flush()
    return result
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

  /** Runs now, or in order after `unseal`. */
  whenUnsealed(action: () => void): void {
    if (this.#held) this.#held.push(action)
    else action()
  }

  /** From here on nothing is taken in; resolves when all that was taken is on disk. */
  async seal(): Promise<void> {
    this.#held ??= []
    await this.journal.flush()
  }

  /** What was held while sealed is heard now, by the rights as they are now. */
  unseal(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const action of held) action()
  }
}
