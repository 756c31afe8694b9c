// Plays beforehand how Yjs will weave list items in: how long would it search for each one's place?
import * as Y from 'yjs'
import { Fail } from './reader'
import { costOfLook, costOfMove } from './slices'
import type { Holder, Id, Piece, Struct } from './struct'

export type Stored = Y.Item | Y.GC

/** Items that Yjs may look at, for all structs of one update together: each takes it a microsecond or two. */
const mostLooks = 100_000
/** Places where a run of text must be cut in two: Yjs moves all later runs for each. */
const mostCuts = 20_000

/**
 * Others may write between two places: items are then cut, joined or new that stand otherwise here.
 * Its lists still lead from left to right only, and it decides nothing but how long Yjs would take.
 */
export class Weave {
  readonly #doc: Y.Doc
  readonly #find: (id: Id) => Stored | Struct
  /** The first piece of an item; only of those that this update touches. */
  readonly #items = new Map<Y.Item, Piece>()
  /** The piece of a struct of which the document has the beginning. */
  readonly #rests = new Map<Struct, Piece>()
  /** All pieces of what was cut, in order. */
  readonly #cutUp = new Map<Y.Item | Struct, Piece[]>()
  /** The first piece of a list, or of the values of an attribute (`sub`). */
  readonly #starts = new Map<Holder, Map<string | null, Piece | null>>()
  #looks = 0
  #cuts = 0
  /** What Yjs will take for all that was woven in beyond the structs themselves, a struct being 1. */
  cost = 0

  constructor(doc: Y.Doc, find: (id: Id) => Stored | Struct) {
    this.#doc = doc
    this.#find = find
  }

  /** Puts a struct, from `clock` on, where Yjs will. Its neighbours and its holder are not collected. */
  place(struct: Struct, clock: number, holder: Holder): void {
    const { client, sub } = struct
    const piece = this.#pieceFrom(struct, clock)
    const { origin, right } = piece
    let left = origin && this.#endingAt(origin)
    const bound = right && this.#startingAt(right)
    let other = left ? this.#next(left) : this.#start(holder, sub)
    if (other !== bound) {
      const before = new Set<Piece>()
      let conflicting = new Set<Piece>()
      while (other !== null && other !== bound) {
        this.#look()
        before.add(other)
        conflicting.add(other)
        if (Y.compareIDs(origin, other.origin)) {
          if (other.client < client) {
            left = other
            conflicting = new Set()
          } else if (Y.compareIDs(right, other.right)) break
        } else {
          const base = other.origin && this.#known(other.origin)
          if (!base || !before.has(base)) break
          if (!conflicting.has(base)) {
            left = other
            conflicting = new Set()
          }
        }
        other = this.#next(other)
      }
    }
    if (left) {
      piece.next = this.#next(left)
      left.next = piece
    } else {
      piece.next = this.#start(holder, sub)
      this.#starts.get(holder)?.set(sub, piece)
    }
  }

  #pieceFrom(struct: Struct, clock: number): Piece {
    const { client, end: until, right } = struct
    struct.until = until
    struct.next = null
    if (clock === struct.clock) return struct
    const origin = { client, clock: clock - 1 }
    const rest: Piece = { client, clock, until, origin, right, next: null, item: null }
    this.#rests.set(struct, rest)
    return rest
  }

  /** `undefined` for one that is not woven in. */
  #pieceOf(struct: Struct): Piece | undefined {
    if (struct.next === undefined) return undefined
    return this.#rests.get(struct) ?? struct
  }

  /** Ids of the first letter of every run of a list, in order. */
  *order(holder: Holder): Generator<Id & { readonly end: number }> {
    for (let piece = this.#start(holder, null); piece; piece = this.#next(piece)) {
      yield { client: piece.client, clock: piece.clock, end: piece.until }
    }
  }

  #look(): void {
    this.cost += costOfLook
    if (++this.#looks > mostLooks) throw new Fail('forbidden', 'too many edits of one place')
  }

  /** The first piece of an item. */
  #first(item: Y.Item): Piece {
    let piece = this.#items.get(item)
    if (!piece) {
      const { client, clock } = item.id
      const { origin, rightOrigin: right } = item
      piece = { client, clock, until: clock + item.length, origin, right, next: undefined, item }
      this.#items.set(item, piece)
    }
    return piece
  }

  #next(piece: Piece): Piece | null {
    if (piece.next === undefined) {
      const right = piece.item?.right ?? null
      piece.next = right && this.#first(right)
    }
    return piece.next
  }

  #start(holder: Holder, sub: string | null): Piece | null {
    const starts = this.#starts.get(holder) ?? new Map<string | null, Piece | null>()
    this.#starts.set(holder, starts)
    let start = starts.get(sub)
    if (start === undefined) {
      let item: Y.Item | null = null
      if (holder instanceof Y.AbstractType) {
        item = sub === null ? holder._start : (holder._map.get(sub) ?? null)
        for (; item && sub !== null && item.left; item = item.left) this.#look()
      }
      start = item && this.#first(item)
      starts.set(sub, start)
    }
    // Yjs walks to the first value of an attribute from its last, each time.
    for (let piece = sub === null ? null : start; piece; piece = this.#next(piece)) this.#look()
    return start
  }

  #endingAt(id: Id): Piece {
    return this.#cut(id, id.clock + 1)[0] as Piece
  }

  #startingAt(id: Id): Piece {
    return this.#cut(id, id.clock)[1] as Piece
  }

  /** The pieces of `id` that end and begin at a clock. */
  #cut(id: Id, at: number): [ending: Piece | undefined, beginning: Piece | undefined] {
    const thing = this.#find(id) as Y.Item | Struct
    const cut = this.#cutUp.get(thing)
    const index = cut ? indexOf(cut, id.clock) : 0
    const piece =
      cut?.[index] ?? (thing instanceof Y.Item ? this.#first(thing) : this.#pieceOf(thing))
    if (!piece) throw new Error('a struct is woven in before its neighbour')
    if (piece.clock === at) return [undefined, piece]
    if (piece.until === at) return [piece, undefined]
    this.cost += costOfMove(this.#doc, id.client)
    if (++this.#cuts > mostCuts) throw new Fail('forbidden', 'too many places at once')
    const { client, until, right, next, item } = piece
    const origin = { client, clock: at - 1 }
    const tail: Piece = { client, clock: at, until, origin, right, next, item }
    piece.until = at
    piece.next = tail
    if (cut) cut.splice(index + 1, 0, tail)
    else this.#cutUp.set(thing, [piece, tail])
    return [piece, tail]
  }

  /** The piece that holds an id, when this update has touched it. */
  #known(id: Id): Piece | undefined {
    const thing = this.#find(id)
    if (thing instanceof Y.GC) return undefined
    const cut = this.#cutUp.get(thing)
    if (cut) return cut[indexOf(cut, id.clock)]
    return thing instanceof Y.Item ? this.#items.get(thing) : this.#pieceOf(thing)
  }
}

/** Where among the pieces of one item the one with this clock stands. */
function indexOf(pieces: readonly Piece[], clock: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle] as Piece).clock <= clock) low = middle
    else high = middle - 1
  }
  return low
}
