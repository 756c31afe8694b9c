// Finds where each struct of an update will stand, in the order in which Yjs will integrate them.
import * as Y from 'yjs'
import { rootName } from '../../../shared/protocol'
import { Fail } from './reader'
import { Slicing, usualStride } from './slices'
import type { Holder, Id, Struct } from './struct'
import { isAttribute, isAttributeAllowed, mayHold } from './values'
import { type Stored, Weave } from './weave'

export const deepest = 64
/** Steps along the document that one update may cost; an honest one takes a few for each struct. */
const mostSteps = 5_000_000

/** The new structs of one client in an update: contiguous, and beginning no later than `known`. */
export interface Section {
  readonly client: number
  /** The client's clock in the document, as long as the update is not applied. */
  readonly known: number
  /** The client's clock with what is placed so far. */
  state: number
  next: number
  readonly structs: readonly Struct[]
}

const isStored = (thing: Stored | Struct): thing is Stored =>
  thing instanceof Y.Item || thing instanceof Y.GC

/** Stands for the root while nobody has asked the document for it. */
const unopenedRoot = new Y.XmlFragment() as Y.AbstractType<unknown>

/** `null` where the parent is deleted and collected: for a struct also since it was placed. */
function holderOf(thing: Stored | Struct): Holder | null {
  if (thing instanceof Y.GC) return null
  const holder = isStored(thing) ? (thing.parent as Y.AbstractType<unknown>) : thing.holder
  return holder && isGone(holder) ? null : holder
}

const isGone = (holder: Holder): boolean =>
  holder instanceof Y.AbstractType ? (holder._item?.deleted ?? false) : !holderOf(holder)

function subOf(thing: Stored | Struct): string | null {
  if (thing instanceof Y.GC) return null
  return isStored(thing) ? thing.parentSub : thing.sub
}

/** A node's name, `#text` for a run of text. */
function nameOf(holder: Holder): string {
  if (!(holder instanceof Y.AbstractType)) return holder.kind === 'text' ? '#text' : holder.name
  if (holder instanceof Y.XmlText) return '#text'
  if (holder instanceof Y.XmlElement) return holder.nodeName
  if (holder._item === null) return 'doc'
  throw new Fail('forbidden', 'a parent that no paper has')
}

function depthOf(holder: Holder): number {
  if (!(holder instanceof Y.AbstractType)) return holder.depth
  let depth = 0
  for (let item = holder._item; item && depth <= deepest; depth++) {
    item = (item.parent as Y.AbstractType<unknown>)._item
  }
  return depth
}

/** Says where work may rest, as the document may change meanwhile: others write on. */
export type IsDue = () => boolean

/**
 * Others may write between two structs. Nothing of the document is held on to from one to the next
 * but ids, and holders, of which it is asked each time whether they are still there; what is found
 * true of ids stays true. Only `weave` may then be a little wrong in what it counts.
 */
export class Placing {
  readonly slicing: Slicing
  readonly #doc: Y.Doc
  readonly #sections: ReadonlyMap<number, Section>
  #steps = 0
  #orderedAfter: Y.Item | null = null
  #orderedBefore: Y.Item | null = null
  readonly weave: Weave

  constructor(doc: Y.Doc, sections: ReadonlyMap<number, Section>, stride = usualStride) {
    this.slicing = new Slicing(stride)
    this.weave = new Weave(doc, (id) => this.#find(id))
    this.#doc = doc
    this.#sections = sections
  }

  stateOf(client: number): number {
    return Math.max(this.#sections.get(client)?.state ?? 0, Y.getState(this.#doc.store, client))
  }

  /** Yjs's own order: a struct that needs another client's waits until that one is in. */
  *placeAll(isDue: IsDue): Generator<void, void> {
    const waiting: Struct[] = []
    for (const section of this.#sections.values()) {
      while (section.next < section.structs.length) {
        let struct = section.structs[section.next++]
        while (struct) {
          const own = this.#sections.get(struct.client) as Section
          if (struct.clock > own.state) throw new Fail('gap', 'a struct waits for itself')
          const missing = this.#missing(struct, struct.clock < own.known)
          if (missing !== null) {
            const other = this.#sections.get(missing)
            waiting.push(struct)
            struct = other?.structs[other.next++]
            if (!struct) throw new Fail('gap', 'a struct refers to one that is not known')
            continue
          }
          this.#place(struct, own)
          own.state = Math.max(own.state, struct.end)
          this.slicing.add(struct, this.weave.cost)
          if (isDue()) {
            yield
            this.#orderedAfter = null
          }
          struct = waiting.pop()
        }
      }
    }
  }

  /** The client of whom a struct is still to come before this one; own ones must be earlier. */
  #missing(struct: Struct, isResent: boolean): number | null {
    const parent = struct.parent === 'root' ? null : struct.parent
    for (const id of [struct.origin, struct.right, parent]) {
      if (id === null) continue
      if (id.client === struct.client) {
        if (id.clock >= struct.clock) throw new Fail('malformed', 'a struct refers to a later one')
      } else if (isResent) {
        if (id.clock >= Y.getState(this.#doc.store, id.client)) {
          throw new Fail('malformed', 'a struct is sent again with other neighbours')
        }
      } else if (id.clock >= this.stateOf(id.client)) return id.client
    }
    return null
  }

  #stored(id: Id): Stored {
    const structs = this.#doc.store.clients.get(id.client) as Stored[]
    return structs[Y.findIndexSS(structs, id.clock)] as Stored
  }

  /** True where a deletion beginning here may have to cut what is still text. */
  isLive(id: Id): boolean {
    const thing = this.#find(id)
    return isStored(thing) ? !thing.deleted : thing.kind !== 'gc' && thing.kind !== 'deleted'
  }

  #find(id: Id): Stored | Struct {
    const section = this.#sections.get(id.client)
    if (!section || id.clock < section.known) return this.#stored(id)
    let low = 0
    let high = section.structs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((section.structs[middle] as Struct).clock <= id.clock) low = middle
      else high = middle - 1
    }
    return section.structs[low] as Struct
  }

  /** For what the document has already: as soon as it is read, so that nothing of it is kept. */
  checkKnown(struct: Struct): void {
    this.#missing(struct, true)
    this.#checkResent(struct)
  }

  /**
   * Yjs looks up the neighbours even of what it knows, and cuts items there: neighbours other than
   * the first time would change the text of those who get this update and of nobody else.
   */
  #checkResent(struct: Struct): void {
    if (struct.kind === 'gc') return
    const { clock, client, origin, right } = struct
    const known = this.#stored({ client, clock })
    const isSame =
      known instanceof Y.Item
        ? Y.compareIDs(
            origin,
            clock > known.id.clock ? { client, clock: clock - 1 } : known.origin,
          ) && Y.compareIDs(right, known.rightOrigin)
        : [origin, right].every((id) => !id || this.#stored(id) instanceof Y.GC)
    if (!isSame) throw new Fail('malformed', 'a struct is sent again with other neighbours')
  }

  #place(struct: Struct, own: Section): void {
    if (struct.kind === 'gc') return
    if (struct.clock < own.known) this.#checkResent(struct)
    const { origin, right } = struct
    const left = origin && this.#find(origin)
    const next = right && this.#find(right)
    const neighbour = left ?? next
    if (neighbour) {
      struct.holder = holderOf(neighbour)
      struct.sub = subOf(neighbour)
      // Else it would be text to some and a collected struct to others, or stand in two lists.
      if (left && next && (holderOf(next) !== struct.holder || subOf(next) !== struct.sub)) {
        throw new Fail('forbidden', 'the neighbours of a struct stand in different places')
      }
    } else {
      struct.holder =
        struct.parent === 'root'
          ? ((this.#doc.share.get(rootName) as Y.AbstractType<unknown> | undefined) ?? unopenedRoot)
          : this.#typeAt(struct.parent as Id)
    }
    if (struct.clock < own.known) {
      // The rest joins what is known of it: they must stand in the same list.
      const head = this.#stored({ client: struct.client, clock: own.known - 1 })
      if (holderOf(head) !== struct.holder || subOf(head) !== struct.sub) {
        throw new Fail('malformed', 'a struct does not continue what is known of it')
      }
    }
    if (struct.holder === null) return
    this.#admit(struct, struct.holder)
    if (struct.sub === null) this.#order(struct, left, next)
    this.weave.place(struct, Math.max(struct.clock, own.known), struct.holder)
  }

  /** The type that a parent's id names; `null` when it is deleted and collected. */
  #typeAt(id: Id): Holder | null {
    const thing = this.#find(id)
    if (thing instanceof Y.GC) return null
    if (thing instanceof Y.Item) {
      if (thing.content instanceof Y.ContentType) return thing.content.type
      if (thing.content instanceof Y.ContentDeleted) return null
    } else {
      if (thing.kind === 'element' || thing.kind === 'text') return holderOf(thing) && thing
      if (thing.kind === 'gc' || thing.kind === 'deleted') return null
    }
    throw new Fail('forbidden', 'a parent that can hold nothing')
  }

  /**
   * Which content may stand where. Pairs only: that a list has an item, or that an item begins with
   * a paragraph, cannot be seen in one struct, and two honest edits can break it as well.
   */
  #admit(struct: Struct, holder: Holder): void {
    const { kind, sub } = struct
    const name = nameOf(holder)
    if (sub !== null) {
      if (struct.right) throw new Fail('forbidden', 'an attribute has no right neighbour')
      const isAllowed =
        kind === 'any'
          ? struct.values?.every((value) => isAttributeAllowed(name, sub, value))
          : kind === 'deleted' && isAttribute(name, sub)
      if (!isAllowed) throw new Fail('forbidden', 'an attribute that the schema refuses')
    } else if (kind === 'string' || kind === 'format') {
      if (name !== '#text') throw new Fail('forbidden', 'letters outside of a text')
    } else if (kind === 'element' || kind === 'text') {
      if (!mayHold(name, kind === 'text' ? 'text' : struct.name)) {
        throw new Fail('forbidden', 'a node where the schema allows none such')
      }
      struct.depth = depthOf(holder) + 1
      if (struct.depth > deepest) throw new Fail('forbidden', 'nested too deeply')
    } else if (kind === 'any') {
      throw new Fail('forbidden', 'a bare value is no content')
    }
  }

  /**
   * The left neighbour must stand before the right one, else replicas that integrate in another
   * order show another text. Neighbours within the update stand for those of the document around
   * them. That they were next to each other when the struct was made cannot be known (undo puts
   * words back with others between), so a writer who makes up neighbours can still give their own
   * letters another place in memory than after a reload: a freeze goes by the log.
   */
  #order(struct: Struct, left: Stored | Struct | null, next: Stored | Struct | null): void {
    struct.after = left && !isStored(left) ? left.after : struct.origin
    struct.before = next && !isStored(next) ? next.before : struct.right
    if (!struct.after || !struct.before) return
    const after = this.#stored(struct.after)
    const before = this.#stored(struct.before)
    // Collected since: the list is gone.
    if (after instanceof Y.GC || before instanceof Y.GC) return
    if (after === before) {
      if (struct.after.clock < struct.before.clock) return
      throw new Fail('forbidden', 'the neighbours of a struct stand in the wrong order')
    }
    if (after === this.#orderedAfter && before === this.#orderedBefore) return
    let item = after.right
    while (item !== before) {
      if (item === null || ++this.#steps > mostSteps) {
        throw new Fail('forbidden', 'the neighbours of a struct stand in the wrong order')
      }
      item = item.right
    }
    this.#orderedAfter = after
    this.#orderedBefore = before
  }
}
