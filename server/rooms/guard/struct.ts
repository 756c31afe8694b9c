// One struct of an update, decoded and checked as far as it can be without the document.
import type * as Y from 'yjs'
import { clockLimit, Fail, type Reader } from './reader'
import { isFormatAllowed, isKeyOfValue, isNodeName } from './values'

export interface Id {
  readonly client: number
  readonly clock: number
}

export type Kind = 'gc' | 'deleted' | 'string' | 'format' | 'any' | 'element' | 'text'

/** A type that can hold others: one of the document, or a struct of the same update. */
export type Holder = Y.AbstractType<unknown> | Struct

/** A run of items that stand next to each other, as Yjs keeps them. */
export interface Piece {
  readonly client: number
  readonly clock: number
  /** Its last clock is before this one. */
  until: number
  readonly origin: Id | null
  readonly right: Id | null
  /** `undefined`: what follows the stored item; of a struct, that it is not woven in yet. */
  next: Piece | null | undefined
  readonly item: Y.Item | null
}

/** There are 50,000 of them in memory at a time: each is its own piece as long as nothing cuts it. */
export class Struct implements Piece {
  length = 1
  origin: Id | null = null
  right: Id | null = null
  /** Only without origin and right, which both tell the parent. */
  parent: Id | 'root' | null = null
  sub: string | null = null
  /** Of an element its node name. */
  name = ''
  values: unknown[] | null = null
  /** Where its bytes stand in the update. */
  from = 0
  to = 0

  // What follows is set when the struct is placed.
  /** `null`: the parent is gone, and Yjs keeps of this struct only its length. */
  holder: Holder | null = null
  depth = 0
  /** The nearest letters or nodes of the document that this struct stands between. */
  after: Id | null = null
  before: Id | null = null
  until = 0
  next: Piece | null | undefined = undefined

  readonly client: number
  readonly clock: number
  readonly kind: Kind
  constructor(client: number, clock: number, kind: Kind) {
    this.client = client
    this.clock = clock
    this.kind = kind
  }

  get end(): number {
    return this.clock + this.length
  }

  get item(): null {
    return null
  }
}

const kinds: readonly (Kind | null)[] = [
  'gc',
  'deleted',
  null,
  null,
  'string',
  null,
  'format',
  'element',
  'any',
]
const elementRef = 3
const textRef = 6
const bit = { sub: 0x20, right: 0x40, origin: 0x80 } as const

const readId = (reader: Reader): Id => ({ client: reader.uint(), clock: reader.clock() })

export function readStruct(reader: Reader, client: number, clock: number, root: string): Struct {
  const from = reader.at
  const struct = read(reader, client, clock, root)
  struct.from = from
  struct.to = reader.at
  return measured(struct)
}

function read(reader: Reader, client: number, clock: number, root: string): Struct {
  const info = reader.byte()
  let kind = kinds[info & 0x1f]
  if (!kind) throw new Fail('forbidden', `content ${info & 0x1f} has no place in a paper`)
  if (kind === 'gc') {
    if (info !== 0) throw new Fail('malformed', 'a collected struct has no neighbours')
    const struct = new Struct(client, clock, kind)
    struct.length = reader.clock()
    return struct
  }
  const origin = info & bit.origin ? readId(reader) : null
  const right = info & bit.right ? readId(reader) : null
  let parent: Id | 'root' | null = null
  let sub: string | null = null
  if (!origin && !right) {
    const isRoot = reader.uint()
    if (isRoot > 1) throw new Fail('malformed', 'a parent is neither a root nor an item')
    if (isRoot === 1 && reader.string(100) !== root) {
      throw new Fail('forbidden', 'a paper has one root')
    }
    parent = isRoot === 1 ? 'root' : readId(reader)
    if (info & bit.sub) sub = reader.string(100)
  }
  let name = ''
  if (kind === 'element') {
    const ref = reader.uint()
    if (ref === textRef) kind = 'text'
    else if (ref !== elementRef) throw new Fail('forbidden', 'only XML elements and texts')
    else {
      name = reader.string(100)
      if (!isNodeName(name)) throw new Fail('forbidden', 'a node that the schema does not know')
    }
  }
  const struct = new Struct(client, clock, kind)
  struct.origin = origin
  struct.right = right
  struct.parent = parent
  struct.sub = sub
  struct.name = name
  if (kind === 'deleted') struct.length = reader.clock()
  else if (kind === 'string') struct.length = reader.stringLength()
  else if (kind === 'any') {
    // Values of one attribute that were replaced and are kept for undo are merged into one struct.
    const length = reader.count(1)
    if (length > 1000) throw new Fail('forbidden', 'too many values of an attribute')
    struct.values = Array.from({ length }, () => reader.value())
    struct.length = length
  } else if (kind === 'format') readFormat(reader)
  return struct
}

/** A struct of no length breaks Yjs's search for a clock. */
function measured(struct: Struct): Struct {
  if (struct.length === 0) throw new Fail('malformed', 'a struct has no length')
  if (struct.end >= clockLimit) throw new Fail('malformed', 'a clock is past its limit')
  return struct
}

function readFormat(reader: Reader): void {
  const key = reader.string(100)
  const json = reader.string(32_768)
  let value: unknown = null
  try {
    value = json === 'null' ? null : JSON.parse(json)
  } catch {
    throw new Fail('malformed', 'the value of a mark is not JSON')
  }
  if (!isFormatAllowed(key, value) || !isKeyOfValue(key, value, reader.commentKeys))
    throw new Fail('forbidden', 'a mark that the schema refuses')
}
