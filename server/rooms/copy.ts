// A paper's text as its room holds it: the log's own bytes, and a Y.Doc from when one is needed.
import * as Y from 'yjs'
import type { Logged } from '../stores/contract'
import { docOf, type Parts, partsOf } from './bare-doc'
import { step2Frame, updateFrame } from './frames'

/** A newcomer is sent the stored state and so many later updates; beyond, a new state. */
export const mostTail = 50
/** The same for their bytes: a keystroke has fifty. */
export const mostTailBytes = 1024 * 1024
/** So much is made one update while others wait: some milliseconds, thirty where it is made to take long. */
const mostMergedBytes = 64 * 1024
/** Answers to state vectors kept until the next change: a crowd that comes back asks the same. */
const mostKeptBytes = 4 * 1024 * 1024

/** A document from its log. */
export const rebuild = (logged: Parts): Y.Doc => docOf(partsOf(logged))

/** State vector of a log without building its document: a log has no gaps (the guard's word). */
function clocksOf({ snapshot, updates }: Logged): Map<number, number> {
  const vector = snapshot && (snapshot.vector ?? Y.encodeStateVectorFromUpdate(snapshot.update))
  const clocks = vector ? Y.decodeStateVector(vector) : new Map<number, number>()
  for (const update of updates) {
    for (const [clientId, clock] of Y.parseUpdateMeta(update).to) clocks.set(clientId, clock)
  }
  return clocks
}

const bytesOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, { length }) => sum + length, 0)

/** Lives as long as its room. Sends what the disk holds as it is; builds nothing for a reader. */
export class Copy {
  readonly #built: () => void
  /** Stored state and what came after it; `null` when it is shorter to encode the document anew. */
  #stored: (Parts & { readonly updates: Uint8Array[] }) | null
  #doc: Y.Doc | null = null
  #vector: Uint8Array
  #hasNewVector = false
  /** Answers by state vector, as WebSocket frames. */
  readonly #answers = new Map<string, Buffer>()
  #answerBytes = 0

  /** `built` is called once, after the document was built. */
  constructor(logged: Logged, built: () => void) {
    this.#built = built
    this.#stored = { snapshot: logged.snapshot, updates: [...logged.updates] }
    this.#vector = Y.encodeStateVector(clocksOf(logged))
  }

  get doc(): Y.Doc {
    if (!this.#doc) {
      this.#doc = docOf(this.#stored ? partsOf(this.#stored) : [])
      this.#built()
    }
    return this.#doc
  }

  /** Client IDs that wrote here. */
  clientIds(): Iterable<number> {
    return Y.decodeStateVector(this.vector()).keys()
  }

  vector(): Uint8Array {
    if (this.#hasNewVector) {
      this.#vector = Y.encodeStateVector(this.doc)
      this.#hasNewVector = false
    }
    return this.#vector
  }

  /** After `update` was applied to the document. */
  note(update: Uint8Array): void {
    this.#hasNewVector = true
    this.#answers.clear()
    this.#answerBytes = 0
    if (!this.#stored) return
    const { updates } = this.#stored
    const isLong = updates.push(update) > mostTail || bytesOf(updates) > mostTailBytes
    if (isLong) this.#stored = null
  }

  /** The document has all that was noted. */
  filled(): void {
    this.#hasNewVector = true
  }

  /** Frames that end with the step 2 for a state vector; `null` when the vector cannot be read. */
  answer(vector: Uint8Array): Buffer | null {
    const key = Buffer.from(vector).toString('latin1')
    const known = this.#answers.get(key)
    if (known) return known
    const knowsNothing = vector.length === 1 && vector[0] === 0
    const frames = knowsNothing ? this.#whole() : this.#since(vector)
    if (frames && this.#answerBytes + frames.length <= mostKeptBytes) {
      this.#answerBytes += frames.length
      this.#answers.set(key, frames)
    }
    return frames
  }

  destroy(): void {
    this.#doc?.destroy()
  }

  /** The whole state, to be applied in this order. */
  parts(): Uint8Array[] {
    this.#stored ??= { snapshot: { update: Y.encodeStateAsUpdate(this.doc) }, updates: [] }
    return partsOf(this.#stored)
  }

  /**
   * A stock client clears formats away that stand around nothing, after each frame. Told the
   * history one by one, it would take the format off what was written between them later, for
   * everybody. So what came later goes ahead of what it builds on: it waits there, and all comes
   * into the text in one transaction.
   */
  #whole(): Buffer {
    const parts = this.parts()
    if (bytesOf(parts) <= mostMergedBytes) return step2Frame(Y.mergeUpdates(parts))
    const [base, ...later] = parts as [Uint8Array, ...Uint8Array[]]
    const isShort = later.length > 1 && bytesOf(later) <= mostMergedBytes
    const tail = isShort ? [Y.mergeUpdates(later)] : later
    // "Synced" is the step 2: it comes last.
    return Buffer.concat([...tail.map(updateFrame), step2Frame(base)])
  }

  #since(vector: Uint8Array): Buffer | null {
    try {
      return step2Frame(Y.encodeStateAsUpdate(this.doc, vector))
    } catch {
      // lib0 throws on bytes that are no state vector; the caller refuses.
      return null
    }
  }
}
