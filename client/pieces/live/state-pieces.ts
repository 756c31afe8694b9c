// Pure: all that the server lacks of a paper, in pieces of bounded size that can be taken one by one.
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { messageType, syncType } from '../../../shared/protocol'

/** A step 2 of this size is sent as one; a frame of 1 MiB, or of 50,000 structs, is refused. */
const mostBytes = 256 * 1024
/** Deletions in one piece: the server takes 30,000 that cut text. */
const mostRanges = 10_000

type Stored = Y.Item | Y.GC

/** A clock of a client. */
type Place = Pick<Y.Item['id'], 'client' | 'clock'>

/** What a client wrote that the server has not got. */
interface Queue {
  readonly structs: readonly Stored[]
  next: number
  /** The clock up to which all is in a piece, or at the server. */
  state: number
}

/** A step 2 is the last one: after it the server has all there was. */
export function stateFrames(doc: Y.Doc, vector: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const pieces = statePieces(doc, vector)
  return pieces.map((piece, i) => {
    const encoder = encoding.createEncoder()
    const isLast = i === pieces.length - 1
    encoding.writeVarUint(encoder, messageType.sync)
    encoding.writeVarUint(encoder, isLast ? syncType.step2 : syncType.update)
    encoding.writeVarUint8Array(encoder, piece)
    return encoding.toUint8Array(encoder)
  })
}

/** Updates that add up to the whole, each to be applied after those before it. */
export function statePieces(doc: Y.Doc, vector: Uint8Array, bytes = mostBytes): Uint8Array[] {
  const whole = Y.encodeStateAsUpdate(doc, vector)
  if (whole.length <= bytes) return [whole]
  return [...structPieces(doc, Y.decodeStateVector(vector), bytes), ...deletionPieces(doc)]
}

type Range = readonly [clock: number, length: number]

/** Structs of one client in a piece, one after the other. */
interface Section {
  readonly clock: number
  readonly structs: Uint8Array[]
  /** What undo keeps of them though it is deleted: nobody is to see it even for a moment. */
  readonly deleted: Range[]
}

function* structPieces(
  doc: Y.Doc,
  known: ReadonlyMap<number, number>,
  bytes: number,
): Generator<Uint8Array> {
  let sections = new Map<number, Section>()
  let size = 0
  for (const { struct, clock, mayCut } of inOrder(doc.store, known)) {
    const encoder = new Y.UpdateEncoderV1()
    struct.write(encoder, clock - struct.id.clock)
    const written = encoder.toUint8Array()
    if (mayCut && size > 0 && size + written.length > bytes) {
      yield encoded(sections)
      sections = new Map()
      size = 0
    }
    const { client } = struct.id
    const section = sections.get(client) ?? { clock, structs: [], deleted: [] }
    sections.set(client, section)
    section.structs.push(written)
    if (struct.deleted) section.deleted.push([clock, struct.id.clock + struct.length - clock])
    size += written.length
  }
  if (size > 0) yield encoded(sections)
}

function encoded(sections: ReadonlyMap<number, Section>): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, sections.size)
  for (const [client, { clock, structs }] of sections) {
    for (const number of [structs.length, client, clock]) encoding.writeVarUint(encoder, number)
    for (const struct of structs) encoding.writeUint8Array(encoder, struct)
  }
  const lists = [...sections].map(([client, { deleted }]) => [client, deleted] as const)
  writeDeletions(encoder, new Map(lists.filter(([, deleted]) => deleted.length > 0)))
  return encoding.toUint8Array(encoder)
}

function writeDeletions(
  encoder: encoding.Encoder,
  clients: ReadonlyMap<number, readonly Range[]>,
): void {
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const number of ranges.flat()) encoding.writeVarUint(encoder, number)
  }
}

/**
 * Each struct after those that it needs. Editors take a list without an item away, and fill up a
 * table that lacks cells: a new node comes with what it cannot be without, and a piece may end only
 * before what stands in a text.
 */
function* inOrder(store: Y.Doc['store'], known: ReadonlyMap<number, number>) {
  const queues = new Map<number, Queue>()
  for (const client of [...store.clients.keys()].sort((a, b) => b - a)) {
    const structs = store.clients.get(client) as Stored[]
    const state = known.get(client) ?? 0
    if (state >= Y.getState(store, client)) continue
    queues.set(client, { structs, state, next: Y.findIndexSS(structs, state) })
  }
  const lacks = ({ client, clock }: Place) => clock >= (queues.get(client)?.state ?? Infinity)
  for (const [client, queue] of queues) {
    for (let head = queue.structs[queue.next]; head; head = queue.structs[queue.next]) {
      // The last one is looked for first.
      const wanted: Place[] = [{ client, clock: head.id.clock + head.length - 1 }]
      let isFirst = true
      for (let place = wanted.at(-1); place; place = wanted.at(-1)) {
        const from = queues.get(place.client)
        const struct = from?.structs[from.next]
        if (!from || !struct || !lacks(place)) {
          wanted.pop()
          continue
        }
        const before = neededBy(struct).find((id) => id.client !== struct.id.client && lacks(id))
        if (before) {
          wanted.push(before)
          continue
        }
        const clock = Math.max(from.state, struct.id.clock)
        yield { struct, clock, mayCut: isFirst && isInText(struct) }
        isFirst = false
        from.next += 1
        from.state = struct.id.clock + struct.length
        wanted.unshift(...owedBy(struct))
      }
    }
  }
}

const isInText = (struct: Stored) => struct instanceof Y.Item && struct.parent instanceof Y.XmlText

/** What must be there before a struct. */
function neededBy(struct: Stored): Place[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  const holder = parent instanceof Y.AbstractType ? parent._item?.id : null
  return [origin, rightOrigin, holder].filter((id) => id !== null && id !== undefined)
}

/** The nodes without which a new one is not sound: its first one; of a table all. */
function owedBy(struct: Stored): Place[] {
  if (!(struct instanceof Y.Item) || struct.deleted) return []
  const type = struct.content instanceof Y.ContentType ? struct.content.type : null
  if (!(type instanceof Y.XmlElement)) return []
  const owed: Place[] = []
  for (let item = type._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue
    owed.push(item.id)
    if (!type.nodeName.startsWith('table')) break
  }
  return owed
}

/** Every deletion that this copy knows of, as in any step 2; at least one piece. */
function* deletionPieces(doc: Y.Doc): Generator<Uint8Array> {
  const { clients } = Y.createDeleteSetFromStructStore(doc.store)
  const ranges = [...clients].flatMap(([client, list]) => list.map((range) => ({ client, range })))
  for (let from = 0; from === 0 || from < ranges.length; from += mostRanges) {
    const piece = new Map<number, Range[]>()
    for (const { client, range } of ranges.slice(from, from + mostRanges)) {
      const list = piece.get(client) ?? []
      piece.set(client, list)
      list.push([range.clock, range.len])
    }
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    writeDeletions(encoder, piece)
    yield encoding.toUint8Array(encoder)
  }
}
