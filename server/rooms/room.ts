// One live paper in memory: applies, tells, journals, and can be sealed for a freeze.
import { yXmlFragmentToProsemirrorJSON } from 'y-prosemirror'
import * as Y from 'yjs'
import type { PaperNode } from '../../shared/document/outline'
import { rootName } from '../../shared/protocol'
import type { Entry, Logged } from '../stores/contract'
import { presenceFrame, step2Frame, updateFrame } from './frames'
import { clearPending, guardUpdate, pendingLeft } from './guard-update'
import type { Journal } from './journal'
import { Presence } from './presence'

/** Client IDs under which the server itself writes belong to this owner. */
export const serverOwner = '(server)'

/** What a room knows of the sockets in it. */
export interface Peer {
  readonly occupant: { readonly person: { readonly id: string } }
  send(frame: Uint8Array): void
}

/** taken: applied and on its way to disk · gap: something is missing before it · refused: malformed. */
export type Outcome = 'taken' | 'gap' | 'refused'

/** A document from its log: snapshot first, then the updates, in one transaction. */
export function rebuild(logged: Logged): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (logged.snapshot) Y.applyUpdate(doc, logged.snapshot)
    for (const update of logged.updates) Y.applyUpdate(doc, update)
  })
  return doc
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

export class Room {
  readonly documentId: string
  readonly doc: Y.Doc
  readonly journal: Journal
  readonly presence = new Presence<Peer>()
  readonly connections = new Set<Peer>()
  readonly #owners: Map<number, string>
  readonly #emptied: () => void
  #applied: Uint8Array | null = null
  /** What waits for the seal to be lifted, in order; `null` while there is none. */
  #held: (() => void)[] | null = null
  #state: Uint8Array | null = null
  #vector: Uint8Array | null = null

  constructor(
    documentId: string,
    doc: Y.Doc,
    journal: Journal,
    owners: ReadonlyMap<number, string>,
    emptied: () => void,
  ) {
    this.documentId = documentId
    this.doc = doc
    this.journal = journal
    this.#owners = new Map(owners)
    this.#emptied = emptied
    doc.on('update', (update: Uint8Array) => {
      this.#applied = update
      this.#state = null
      this.#vector = null
    })
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment(rootName)
  }

  enter(connection: Peer): void {
    this.connections.add(connection)
  }

  leave(connection: Peer): void {
    if (!this.connections.delete(connection)) return
    this.tellPresence(this.presence.leave(connection))
    if (this.connections.size === 0) this.#emptied()
  }

  stateVector(): Uint8Array {
    this.#vector ??= Y.encodeStateVector(this.doc)
    return this.#vector
  }

  /** Step 2 for a state vector; `null` when the vector cannot be read. */
  stateFrame(vector: Uint8Array): Uint8Array | null {
    const knowsNothing = vector.length === 1 && vector[0] === 0
    if (knowsNothing) {
      this.#state ??= step2Frame(Y.encodeStateAsUpdate(this.doc))
      return this.#state
    }
    try {
      return step2Frame(Y.encodeStateAsUpdate(this.doc, vector))
    } catch {
      // lib0 throws on bytes that are no state vector; the caller refuses.
      return null
    }
  }

  /** An update from a socket. `durable` is called when it and all before it are on disk. */
  receive(from: Peer, update: Uint8Array, durable: () => void): Outcome {
    const personId = from.occupant.person.id
    const verdict = guardUpdate(update, personId, {
      doc: this.doc,
      ownerOf: (clientId) => this.#owners.get(clientId),
    })
    if (!verdict.ok) return verdict.resync ? 'gap' : 'refused'
    this.#applied = null
    if (!verdict.isEmpty) Y.applyUpdate(this.doc, update, from)
    const hasGap = pendingLeft(this.doc)
    if (hasGap) clearPending(this.doc)
    const applied = this.#applied as Uint8Array | null
    if (applied) {
      const newClients = verdict.newClients.map((clientId) => [clientId, personId] as const)
      for (const [clientId] of newClients) this.#owners.set(clientId, personId)
      // What a gap let through is in memory, so it belongs in the log; it is not acknowledged.
      this.#keep({ update: applied, newClients }, hasGap ? null : durable, from)
    } else if (!hasGap) {
      // Yjs fires no event for what it already knew: as durable as what came before it.
      this.journal.append(null, durable)
    }
    return hasGap ? 'gap' : 'taken'
  }

  /** An edit by the server itself, in one transaction. Resolves when it is on disk. */
  async edit<T>(change: (doc: Y.Doc) => T): Promise<T> {
    if (this.#held) await new Promise<void>((resolve) => this.whenUnsealed(resolve))
    const clientId = this.doc.clientID
    this.#applied = null
    const result = this.doc.transact(() => change(this.doc), serverOwner)
    const applied = this.#applied as Uint8Array | null
    if (applied) {
      const isNew = !this.#owners.has(clientId)
      if (isNew) this.#owners.set(clientId, serverOwner)
      this.#keep(
        { update: applied, newClients: isNew ? [[clientId, serverOwner]] : [] },
        null,
        null,
      )
      await this.journal.flush()
    }
    return result
  }

  #keep(entry: Entry, durable: (() => void) | null, from: Peer | null): void {
    const frame = updateFrame(entry.update)
    for (const connection of this.connections) {
      if (connection !== from) connection.send(frame)
    }
    this.journal.append(entry, durable)
  }

  /** The sender hears its own presence again: a stock client drops after 30 s of silence. */
  tellPresence(payload: Uint8Array | null): void {
    if (!payload) return
    const frame = presenceFrame(payload)
    for (const connection of this.connections) connection.send(frame)
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
