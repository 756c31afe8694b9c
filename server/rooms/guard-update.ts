// Pure: may this Yjs update, sent by this person, be applied to this paper?
import * as Y from 'yjs'
import { rootName } from '../../shared/protocol'
import { Placing, type Section } from './guard/placing'
import { clockLimit, Fail, Reader } from './guard/reader'
import { readStruct, type Struct } from './guard/struct'
import { isTooMuch, weightOf } from './guard/weight'

export interface GuardState {
  readonly doc: Y.Doc
  /** To whom a client ID belongs in this document; `undefined` for one that nobody has used yet. */
  ownerOf(clientId: number): string | undefined
}

export type Verdict =
  /** `newClients` write here for the first time; `isEmpty`: it brings nothing, do not apply it. */
  | { ok: true; newClients: number[]; isEmpty: boolean }
  /**
   * `resync`: something before this update is missing; ask for it, and close when that does not help.
   * `foreign`: it holds edits of another person which this document has never had.
   */
  | { ok: false; why: string; resync?: true; foreign?: true }

/** Client IDs that one update may make known: a person's sessions that never reached the server. */
const mostNewClients = 256
/** Deleted letters in one update of which nothing but their number is left. */
const mostCollected = 1_000_000

/** Deletions in one update that may cut text: Yjs takes seconds for hundreds of thousands. */
const mostCuts = 30_000
/** Structs that one update may bring, nodes and texts counted twice: 10,000 edits offline are 30,000. */
const mostNew = 50_000

/**
 * What passes can be applied without an exception and without leaving anything pending, and every
 * node, attribute and mark in it is one of the schema. `Y.applyUpdate` may be followed by a cleaning
 * transaction of Yjs's own, as on every client.
 */
export function guardUpdate(update: Uint8Array, personId: string, state: GuardState): Verdict {
  try {
    return readUpdate(new Reader(update), personId, state)
  } catch (error) {
    if (!(error instanceof Fail)) throw error
    const refused = { ok: false, why: error.message } as const
    if (error.fault === 'gap') return { ...refused, resync: true }
    return error.fault === 'foreign' ? { ...refused, foreign: true } : refused
  }
}

function readUpdate(reader: Reader, personId: string, state: GuardState): Verdict {
  const { doc } = state
  const bytes = reader.left
  const sections = new Map<number, Section>()
  const placing = new Placing(doc, sections)
  const newClients: number[] = []
  let isEmpty = true
  let isGap = false
  let collected = 0
  let fresh = 0
  let added = 0
  // A section is at least its count, client and clock.
  for (let left = reader.count(3); left > 0; left--) {
    // A struct is at least two bytes; a section without any is not something Yjs writes.
    const count = reader.count(2)
    const client = reader.uint()
    const start = reader.clock()
    if (count === 0 || sections.has(client)) throw new Fail('malformed', 'a section too many')
    const known = Y.getState(doc.store, client)
    if (start > known) isGap = true
    const structs: Struct[] = []
    let clock = start
    for (let i = 0; i < count; i++) {
      const struct = readStruct(reader, client, clock, rootName)
      clock = struct.end
      if (clock <= known) {
        placing.checkKnown(struct)
        continue
      }
      structs.push(struct)
      fresh += struct.kind === 'element' || struct.kind === 'text' ? 2 : 1
      if (fresh > mostNew) throw new Fail('forbidden', 'too much at once')
      added += weightOf(struct)
      if (struct.kind === 'gc' || struct.kind === 'deleted') {
        collected += clock - Math.max(known, struct.clock)
      }
    }
    if (clock > known) {
      isEmpty = false
      const owner = state.ownerOf(client)
      // A client ID that has written but has no owner is the server's own.
      if (owner === undefined ? known > 0 : owner !== personId) {
        throw new Fail('foreign', "new structs under another person's client ID")
      }
      if (known === 0) newClients.push(client)
    }
    sections.set(client, { client, known, state: known, next: 0, structs })
  }
  if (collected > mostCollected) throw new Fail('forbidden', 'too much that is only deleted')
  if (fresh > 0 && isTooMuch(doc, added, bytes)) throw new Fail('forbidden', 'the paper is full')
  if (newClients.length > mostNewClients) throw new Fail('forbidden', 'too many client IDs')
  const deletions = readDeletions(reader)
  if (reader.left > 0) throw new Fail('malformed', 'bytes after the end of the update')
  // Only what is sound in itself is worth asking for again.
  if (isGap) throw new Fail('gap', 'earlier structs are missing')
  placing.placeAll()
  let cuts = 0
  for (let i = 0; i < deletions.length; i += 3) {
    const [client, clock, end] = deletions.slice(i, i + 3) as [number, number, number]
    if (end > placing.stateOf(client)) throw new Fail('gap', 'a deletion of what is not known')
    if (isEmpty && hasLive(doc, client, clock, end)) isEmpty = false
    if (deletions.length > 3 * mostCuts && placing.isLive({ client, clock }) && ++cuts > mostCuts) {
      throw new Fail('forbidden', 'too many deletions at once')
    }
  }
  return { ok: true, newClients, isEmpty }
}

/**
 * Flat triples of client, clock and end: a step 2 brings every deletion that the paper has seen.
 * Sorted and apart, as Yjs writes them: it walks through each range, and so do we.
 */
function readDeletions(reader: Reader): number[] {
  const deletions: number[] = []
  const clients = new Set<number>()
  for (let left = reader.count(2); left > 0; left--) {
    const client = reader.uint()
    let last = 0
    if (clients.has(client)) throw new Fail('malformed', 'a client deleted twice')
    clients.add(client)
    for (let ranges = reader.count(2); ranges > 0; ranges--) {
      const clock = reader.clock()
      const end = clock + reader.clock()
      if (clock < last) throw new Fail('malformed', 'deletions out of order')
      last = end
      if (end === clock) throw new Fail('malformed', 'a deletion of nothing')
      if (end > clockLimit) throw new Fail('malformed', 'a clock is past its limit')
      deletions.push(client, clock, end)
    }
  }
  return deletions
}

function hasLive(doc: Y.Doc, client: number, clock: number, end: number): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs) return false
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i] as Y.Item | Y.GC
    if (struct.id.clock >= end) return false
    if (!struct.deleted) return true
  }
  return false
}

/** True when something was applied whose cause is missing; after `guardUpdate` it never is. */
export const pendingLeft = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/** What is pending would be sent to everybody and kept in every saved state. */
export function clearPending(doc: Y.Doc): void {
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
}
