// What a room takes in: each update guarded and applied, a large one over many turns while others write on.
import * as Y from 'yjs'
import type { Entry } from '../stores/contract'
import type { Copy } from './copy'
import { Removal } from './guard/removal'
import { sliceOf } from './guard/slices'
import { type GuardState, guarding, type Passed } from './guard-update'
import type { Journal } from './journal'
import type { Owners } from './owners'
import type { Turns } from './turns'

/** taken: applied and on its way to disk · gap: something is missing before it · refused: malformed. */
export type Outcome = 'taken' | 'gap' | 'refused'

export interface Author {
  readonly occupant: { readonly person: { readonly id: string } }
}

/** How the one who sent an update hears of it. */
export interface Told {
  /** It and all before it are on disk. */
  durable(): void
  /** Of one that was not settled at once, with the milliseconds it took. */
  settled(outcome: Outcome, spentMs: number): void
  /** False when its socket is gone: it need not be begun. */
  isWanted(): boolean
}

interface Frame<A> {
  readonly from: A
  readonly update: Uint8Array
  /** It may bring back what is another's: see `Owners`. */
  readonly isMending: boolean
  readonly told: Told
}

interface IntakeParts<A> {
  readonly copy: Copy
  readonly journal: Journal
  readonly owners: Owners
  readonly turns: Turns
  /** What was applied goes to the log and to everybody but its author. */
  readonly keep: (entry: Entry, durable: (() => void) | null, from: A) => void
}

/** What a client without words of its own answers when it is asked for them. */
const isNothing = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0

const nobody: ReadonlySet<number> = new Set()

export class Intake<A extends Author> {
  readonly #copy: Copy
  readonly #journal: Journal
  readonly #owners: Owners
  readonly #turns: Turns
  readonly #keep: IntakeParts<A>['keep']
  /** Client IDs under which the update writes that is being taken in slices. */
  #writing = nobody
  #waiting = 0
  #isStopped = false
  #isFilling = false
  #whole: (() => void)[] = []
  #idle: (() => void)[] = []

  constructor({ copy, journal, owners, turns, keep }: IntakeParts<A>) {
    this.#copy = copy
    this.#journal = journal
    this.#owners = owners
    this.#turns = turns
    this.#keep = keep
  }

  /** `later`: it takes long, and others are heard meanwhile; its author is told how it ended. */
  receive(from: A, update: Uint8Array, isMending: boolean, told: Told): Outcome | 'later' {
    if (isNothing(update)) {
      this.#journal.append(null, told.durable)
      return 'taken'
    }
    const frame = { from, update, isMending, told }
    this.#turns.begin()
    // What does not come to its end in one step has changed nothing, and begins anew in its turn.
    const attempt = this.#atOnce(frame).next()
    if (attempt.done) return attempt.value
    this.#waiting += 1
    this.#turns.add(this.#inTurn(frame))
    return 'later'
  }

  /** Nothing waits or is under way. */
  get isIdle(): boolean {
    return this.#waiting === 0
  }

  /** The log and the others have an update of which memory still lacks something. */
  get isFilling(): boolean {
    return this.#isFilling
  }

  /** Runs now, or when memory is whole again. */
  whenWhole(action: () => void): void {
    if (this.#isFilling) this.#whole.push(action)
    else action()
  }

  /** Resolves when nothing waits or is under way any more. */
  async idle(): Promise<void> {
    if (this.#waiting > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  /** The room is given up: nothing more is applied. */
  stop(): void {
    this.#isStopped = true
  }

  *#atOnce(frame: Frame<A>): Generator<void, Outcome> {
    const writers = new Set<number>()
    const verdict = yield* guarding(frame.update, ...this.#asked(frame, writers))
    if (!verdict.ok) {
      // It may build on what others were told and memory has not got yet.
      if (this.#isFilling) yield
      return verdict.resync ? 'gap' : 'refused'
    }
    for (const clientId of writers) if (this.#writing.has(clientId)) yield
    if (!verdict.isLight) yield
    return this.#apply(frame, writers, verdict)
  }

  #asked({ from, isMending }: Frame<A>, writers: Set<number>) {
    const { id } = from.occupant.person
    const ownerOf = (clientId: number) => this.#owners.ownerFor(clientId, id, isMending)
    const { stride } = this.#turns
    const state: GuardState = { doc: this.#copy.doc, ownerOf, stride, writers }
    return [id, state, () => this.#turns.isDue()] as const
  }

  /** What is light, in one go. */
  #apply(frame: Frame<A>, writers: Iterable<number>, verdict: Passed): Outcome {
    const { update, from, told } = frame
    if (verdict.isEmpty) {
      // As durable as what came before it.
      this.#journal.append(null, told.durable)
      return 'taken'
    }
    Y.applyUpdate(this.#copy.doc, update, from)
    this.#keep({ update, newClients: this.#claim(frame, writers, verdict) }, told.durable, from)
    return 'taken'
  }

  #claim({ from, isMending }: Frame<A>, writers: Iterable<number>, { newClients }: Passed) {
    return this.#owners.claim(writers, newClients, from.occupant.person.id, isMending)
  }

  /** The only one of this kind under way, in this room and in all. */
  *#inTurn(frame: Frame<A>): Generator<void, void> {
    const taking = this.#inSteps(frame)
    let outcome: Outcome | null = null
    let spentMs = 0
    while (!this.#isStopped && outcome === null) {
      const begun = performance.now()
      const step = taking.next()
      spentMs += performance.now() - begun
      if (step.done) outcome = step.value
      else yield
    }
    this.#writing = nobody
    this.#isFilling = false
    for (const action of this.#whole.splice(0)) action()
    if (outcome) frame.told.settled(outcome, spentMs)
    this.#waiting -= 1
    if (this.#waiting > 0) return
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  /**
   * All of it is guarded while others write on, and nothing is changed. Then the log and the
   * others get it as it is: neither ever has a part of it, a list without its items. Only
   * memory is filled slice by slice.
   */
  *#inSteps(frame: Frame<A>): Generator<void, Outcome> {
    const { update, told, from } = frame
    if (!told.isWanted()) return 'refused'
    const { doc } = this.#copy
    const writers = new Set<number>()
    this.#writing = writers
    const verdict = yield* guarding(update, ...this.#asked(frame, writers))
    if (!verdict.ok) return verdict.resync ? 'gap' : 'refused'
    yield
    if (!told.isWanted() || !this.#mayWrite(frame, writers)) return 'refused'
    if (verdict.isEmpty || verdict.isLight) return this.#apply(frame, writers, verdict)
    this.#isFilling = true
    this.#keep({ update, newClients: this.#claim(frame, writers, verdict) }, told.durable, from)
    for (const slice of verdict.slices) {
      yield
      Y.applyUpdate(doc, sliceOf(update, slice), from)
    }
    const removal = new Removal(doc, verdict.deletions, this.#turns.stride)
    for (;;) {
      yield
      const part = removal.next()
      if (!part) break
      Y.applyUpdate(doc, part, from)
    }
    this.#copy.filled()
    return 'taken'
  }

  /** Someone's caret may have come up under a client ID that was nobody's when it was looked at. */
  #mayWrite({ from, isMending }: Frame<A>, writers: Iterable<number>): boolean {
    const { id } = from.occupant.person
    return [...writers].every((clientId) => {
      return (this.#owners.ownerFor(clientId, id, isMending) ?? id) === id
    })
  }
}
