// Who is in a room and where their caret stands: awareness, with the server's word for who is who.
import * as decoding from 'lib0/decoding'
import { lengthOfVarUint, putVarUint } from './var-uint'

export interface Identity {
  readonly name: string
  readonly color: string
  readonly role: string
  readonly username: string
}

interface Held {
  readonly clientId: number
  readonly username: string
  clock: number
  /** JSON; `null` while its socket lives but says it is away. */
  state: string | null
}

interface Heard {
  readonly clientId: number
  readonly clock: number
  readonly bytes: Uint8Array
}

export const stateLimit = 4096
const clockLimit = 2 ** 31
/** A client counts every change, and each of them passes here. */
const mostJump = 1000
/** An echo holds everybody in the room at most. */
const mostEntries = 1000
const poisonous = new Set(['__proto__', 'constructor', 'prototype'])
/** Looking at every key is dear: only where the text could hold such a key, escaped or not. */
const mayHoldPoison = (json: string) => /__proto__|constructor|prototype|\\u/.test(json)
const withoutPoison = (key: string, value: unknown) => (poisonous.has(key) ? undefined : value)

export class Presence<Connection> {
  readonly #byConnection = new Map<Connection, Held>()
  readonly #byClient = new Map<number, Connection>()
  readonly #mayHold: (clientId: number, connection: Connection) => boolean

  /** `mayHold`: false where a client ID is known to be another person's. */
  constructor(mayHold: (clientId: number, connection: Connection) => boolean = () => true) {
    this.#mayHold = mayHold
  }

  /** The living socket that speaks for this client ID. */
  connectionOf(clientId: number): Connection | undefined {
    return this.#byClient.get(clientId)
  }

  /** What to send to everybody; whether the sender hears it too is the room's to say. */
  receive(connection: Connection, payload: Uint8Array, identity: Identity): Uint8Array | null {
    let news: Held | null = null
    for (const heard of readPayload(payload)) {
      // y-websocket echoes everybody: what is not the sender's own is dropped, not punished.
      const held = this.#claim(connection, heard, identity)
      if (!held || !isNewer(heard, held)) continue
      const state = rewritten(text(heard.bytes), identity)
      if (state === undefined) continue
      held.clock = heard.clock
      held.state = state
      news = held
    }
    return news && encode([news])
  }

  /** For the others: this client is gone. Under the same clock, so that it may return with the next. */
  leave(connection: Connection): Uint8Array | null {
    const held = this.#byConnection.get(connection)
    if (!held) return null
    this.#byConnection.delete(connection)
    this.#byClient.delete(held.clientId)
    return held.state === null ? null : encode([{ ...held, state: null }])
  }

  /** Everybody's state, for a newcomer or one who asks. */
  snapshot(): Uint8Array | null {
    const present = [...this.#byConnection.values()].filter(({ state }) => state !== null)
    return present.length > 0 ? encode(present) : null
  }

  /** One client ID a socket: the first one of which it gives a state. */
  #claim(connection: Connection, heard: Heard, identity: Identity): Held | null {
    const { clientId } = heard
    const own = this.#byConnection.get(connection)
    if (own) return own.clientId === clientId ? own : null
    // Someone who is leaving claims nothing, and an echo tells of those who have left.
    if (isNull(heard.bytes) || !this.#mayHold(clientId, connection)) return null
    const holder = this.#byClient.get(clientId)
    if (holder !== undefined) {
      // After a broken line the same person is back before the old socket is known to be dead.
      if (this.#byConnection.get(holder)?.username !== identity.username) return null
      this.#byConnection.delete(holder)
    }
    const held = { clientId, username: identity.username, clock: heard.clock - 1, state: null }
    this.#byConnection.set(connection, held)
    this.#byClient.set(clientId, connection)
    return held
  }
}

const decoder = new TextDecoder()
const text = (bytes: Uint8Array): string => decoder.decode(bytes)
const isNull = (bytes: Uint8Array): boolean => bytes.length === 4 && text(bytes) === 'null'

/** y-protocols' rule: a higher clock, or the same one to say that the client is gone. */
const isNewer = (heard: Heard, held: Held): boolean =>
  heard.clock - held.clock <= mostJump &&
  (heard.clock > held.clock ||
    (heard.clock === held.clock && isNull(heard.bytes) && held.state !== null))

/** The sound entries of a payload up to the first that cannot be read. */
function* readPayload(payload: Uint8Array): Generator<Heard> {
  const reader = decoding.createDecoder(payload)
  try {
    const count = decoding.readVarUint(reader)
    if (!(count <= payload.length)) return
    for (let i = 0; i < Math.min(count, mostEntries); i++) {
      const clientId = decoding.readVarUint(reader)
      const clock = decoding.readVarUint(reader)
      const bytes = decoding.readVarUint8Array(reader)
      // Written so that NaN, which lib0 gives for a number of a few hundred bytes, fails too.
      const isSound = Number.isSafeInteger(clientId) && clock < clockLimit
      if (!isSound || bytes.length > stateLimit) continue
      yield { clientId, clock, bytes }
    }
  } catch {
    // lib0 throws at the end of the bytes: what was read before it stands.
    return
  }
}

/** The state with the server's `user` in it; `null` for a client that is away, `undefined` for none. */
function rewritten(json: string, user: Identity): string | null | undefined {
  if (json === 'null') return null
  try {
    const state: unknown = JSON.parse(json, mayHoldPoison(json) ? withoutPoison : undefined)
    if (typeof state !== 'object' || state === null || Array.isArray(state)) return undefined
    const { name, color, role, username } = user
    return JSON.stringify({ ...state, user: { name, color, role, username } })
  } catch {
    return undefined
  }
}

/** As y-protocols does, but of the right size from the start: there is one for every key. */
function encode(entries: readonly Held[]): Uint8Array {
  const rows = entries.map(({ clientId, clock, state }) => {
    const words = state ?? 'null'
    return { numbers: [clientId, clock, Buffer.byteLength(words)], words }
  })
  let length = lengthOfVarUint(rows.length)
  for (const { numbers } of rows) {
    for (const number of numbers) length += lengthOfVarUint(number)
    length += numbers[2] as number
  }
  const payload = Buffer.allocUnsafe(length)
  let at = putVarUint(payload, 0, rows.length)
  for (const { numbers, words } of rows) {
    for (const number of numbers) at = putVarUint(payload, at, number)
    at += payload.write(words, at)
  }
  return payload
}
