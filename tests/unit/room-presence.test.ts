// A caret in a room: the others see it, and its sender is answered before it takes the line for dead.
import * as encoding from 'lib0/encoding'
import { expect, it } from 'vitest'
import { Copy } from '../../server/rooms/copy'
import type { Journal } from '../../server/rooms/journal'
import { type Peer, Room } from '../../server/rooms/room'
import { Turns } from '../../server/rooms/turns'
import { payloadsIn } from '../kit/wire'

class Someone implements Peer {
  readonly occupant
  readonly heard: Buffer[] = []
  wasQuiet: boolean
  #wake: (() => void) | null = null

  constructor(id: string, wasQuiet: boolean) {
    this.occupant = { person: { id } }
    this.wasQuiet = wasQuiet
  }
  isQuiet = () => this.wasQuiet
  rest = () => undefined
  goOn = () => undefined
  write(frames: Buffer): void {
    this.heard.push(...payloadsIn(frames))
    this.#wake?.()
  }
  hears = () =>
    new Promise<void>((resolve) => {
      this.#wake = resolve
    })
}

function caretOf(clientId: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, clientId, 1]) encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, '{}')
  return encoding.toUint8Array(encoder)
}
const user = { name: 'An', username: 'an', role: 'presenter', color: '#123456' }

it.each([
  ['[A7] is answered to its sender when nothing else was', true],
  ['[A7] is not answered to a sender who heard something', false],
])('%s', async (_, wasQuiet) => {
  const log = { epoch: 0, last: 0, clients: new Map(), snapshot: null, updates: [] }
  const room = new Room({
    documentId: 'd',
    copy: new Copy(log, () => undefined),
    journal: {} as Journal,
    owners: new Map(),
    turns: new Turns(),
    isRecovering: () => false,
    emptied: () => undefined,
    marksTouched: () => undefined,
  })
  const an = new Someone('an', wasQuiet)
  const binh = new Someone('bình', false)
  room.enter(an)
  room.enter(binh)
  room.tellPresence(an, room.presence.receive(an, caretOf(7), user))
  await binh.hears()
  expect(binh.heard.length).toBe(1)
  expect(an.heard.length).toBe(wasQuiet ? 1 : 0)
})
