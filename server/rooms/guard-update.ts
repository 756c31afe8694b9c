// Pure: may this Yjs update, sent by this person, be applied to this paper?
import * as Y from 'yjs'
import { rootName } from '../../shared/protocol'
import { type IsDue, Placing, type Section } from './guard/placing'
import { clockLimit, Fail, Reader } from './guard/reader'
import { countLive } from './guard/removal'
import { type Slice, usualStride } from './guard/slices'
import { readStruct, type Struct } from './guard/struct'
import { isTooMuch, weightOf } from './guard/weight'

export interface GuardState {
  readonly doc: Y.Doc
  /** To whom a client ID belongs in this document; `undefined` for one that nobody has used yet. */
  ownerOf(clientId: number): string | undefined
  /** Is told the client IDs for which there are new structs, before the first of them is read. */
  readonly writers?: Set<number>
  /** So many structs, or items to delete, are light. */
  readonly stride?: number
}

export interface Passed {
  readonly ok: true
  /** They write here for the first time. */
  readonly newClients: readonly number[]
  /** It brings nothing: do not apply it. */
  readonly isEmpty: boolean
  /** It can be applied in a few milliseconds as it is. */
  readonly isLight: boolean
  /** The new structs, each slice to be applied after those before it; then the deletions. */
  readonly slices: readonly Slice[]
  /** Flat triples of client, clock and end. */
  readonly deletions: readonly number[]
}

export type Verdict =
  | Passed
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

/** The same as `guarding`, in one go. */
export function guardUpdate(update: Uint8Array, personId: string, state: GuardState): Verdict {
  const verdict = guarding(update, personId, state, () => false).next().value
  if (!verdict) throw new Error('the guard rested')
  return verdict
}

/**
 * What passes can be applied without an exception and without leaving anything pending, and every
 * node, attribute and mark in it is one of the schema. `Y.applyUpdate` may be followed by a cleaning
 * transaction of Yjs's own, as on every client. Rests where `isDue`; meanwhile the document may
 * change, though not write on under the client IDs that `state` was told.
 */
export function* guarding(
  update: Uint8Array,
  personId: string,
  state: GuardState,
  isDue: IsDue,
): Generator<void, Verdict> {
  try {
    return yield* readUpdate(new Reader(update), personId, state, isDue)
  } catch (error) {
    if (!(error instanceof Fail)) throw error
    const refused = { ok: false, why: error.message } as const
    if (error.fault === 'gap') return { ...refused, resync: true }
    return error.fault === 'foreign' ? { ...refused, foreign: true } : refused
  }
}

/** Counted over all sections. */
interface Tally {
  readonly newClients: number[]
  fresh: number
  added: number
  collected: number
  isGap: boolean
}

function* readUpdate(
  reader: Reader,
  personId: string,
  state: GuardState,
  isDue: IsDue,
): Generator<void, Verdict> {
  const { doc, stride = usualStride } = state
  const bytes = reader.left
  const seen = new Set<number>()
  const sections = new Map<number, Section>()
  const placing = new Placing(doc, sections, stride)
  const tally: Tally = { newClients: [], fresh: 0, added: 0, collected: 0, isGap: false }
  // A section is at least its count, client and clock.
  for (let left = reader.count(3); left > 0; left--) {
    const section = yield* readSection(reader, seen, { personId, state, isDue, placing, tally })
    if (section) sections.set(section.client, section)
  }
  const { newClients, fresh, added } = tally
  if (tally.collected > mostCollected) throw new Fail('forbidden', 'too much that is only deleted')
  if (fresh > 0 && isTooMuch(doc, added, bytes)) {
    throw new Fail('forbidden', 'the paper is full')
  }
  if (newClients.length > mostNewClients) throw new Fail('forbidden', 'too many client IDs')
  const deletions = readDeletions(reader)
  if (reader.left > 0) throw new Fail('malformed', 'bytes after the end of the update')
  // Only what is sound in itself is worth asking for again.
  if (tally.isGap) throw new Fail('gap', 'earlier structs are missing')
  yield* placing.placeAll(isDue)
  let cuts = 0
  let live = 0
  for (let i = 0; i < deletions.length; i += 3) {
    const deletion = deletions.slice(i, i + 3) as [number, number, number]
    const [client, clock, end] = deletion
    if (end > placing.stateOf(client)) throw new Fail('gap', 'a deletion of what is not known')
    if (live <= stride) live += countLive(doc, deletion, stride + 1 - live)
    if (deletions.length > 3 * mostCuts && placing.isLive({ client, clock }) && ++cuts > mostCuts) {
      throw new Fail('forbidden', 'too many deletions at once')
    }
    if (isDue()) yield
  }
  const { slices } = placing.slicing
  const isEmpty = fresh === 0 && live === 0
  const isLight = slices.length <= 1 && live <= stride
  return { ok: true, newClients, isEmpty, isLight, slices, deletions }
}

interface Reading {
  readonly personId: string
  readonly state: GuardState
  readonly isDue: IsDue
  readonly placing: Placing
  readonly tally: Tally
}

/** The structs of one client; `null` when the document has all of them. */
function* readSection(
  reader: Reader,
  seen: Set<number>,
  { personId, state, isDue, placing, tally }: Reading,
): Generator<void, Section | null> {
  const { store } = state.doc
  // A struct is at least two bytes; a section without any is not something Yjs writes.
  const count = reader.count(2)
  const client = reader.uint()
  let clock = reader.clock()
  if (count === 0 || seen.has(client)) throw new Fail('malformed', 'a section too many')
  seen.add(client)
  const structs: Struct[] = []
  let known = Y.getState(store, client)
  if (clock > known) tally.isGap = true
  for (let i = 0; i < count; i++) {
    if (isDue()) yield
    const struct = readStruct(reader, client, clock, rootName)
    clock = struct.end
    if (structs.length === 0) {
      // Others may have brought it meanwhile; from the first new one on nobody does.
      known = Y.getState(store, client)
      if (clock <= known) {
        placing.checkKnown(struct)
        continue
      }
      state.writers?.add(client)
      checkOwner(state, client, known, personId)
      if (known === 0) tally.newClients.push(client)
    }
    structs.push(struct)
    tally.fresh += struct.kind === 'element' || struct.kind === 'text' ? 2 : 1
    if (tally.fresh > mostNew) throw new Fail('forbidden', 'too much at once')
    tally.added += weightOf(struct)
    if (struct.kind === 'gc' || struct.kind === 'deleted') {
      tally.collected += clock - Math.max(known, struct.clock)
    }
  }
  return structs.length > 0 ? { client, known, state: known, next: 0, structs } : null
}

function checkOwner(state: GuardState, client: number, known: number, personId: string): void {
  const owner = state.ownerOf(client)
  // A client ID that has written but has no owner is the server's own.
  if (owner === undefined ? known > 0 : owner !== personId) {
    throw new Fail('foreign', "new structs under another person's client ID")
  }
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

/** True when something was applied whose cause is missing; after `guardUpdate` it never is. */
export const pendingLeft = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/** What is pending would be sent to everybody and kept in every saved state. */
export function clearPending(doc: Y.Doc): void {
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
}
