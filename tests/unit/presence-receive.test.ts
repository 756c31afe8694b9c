// Awareness in a room: one client ID a socket, the server's word for who is who, nothing kept of the gone.
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Presence, stateLimit } from '../../server/rooms/presence'

const an = { name: 'Nguyễn Thị An', color: '#a11', role: 'presenter', username: 'an' }
const binh = { name: 'Trần Bình', color: '#1a1', role: 'coAuthor', username: 'bình' }

type Entry = readonly [clientId: number, clock: number, state: unknown]
const payload = (...entries: Entry[]) => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const [clientId, clock, state] of entries) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state))
  }
  return encoding.toUint8Array(encoder)
}

/** What a stock client makes of a payload. */
class Client {
  readonly awareness = new Awareness(new Y.Doc())
  constructor() {
    this.awareness.setLocalState(null)
  }
  hear(update: Uint8Array | null) {
    if (update) applyAwarenessUpdate(this.awareness, update, 'server')
    return Object.fromEntries(this.awareness.states)
  }
}
const hear = (update: Uint8Array | null) => {
  const client = new Client()
  const states = client.hear(update)
  client.awareness.destroy()
  return states
}

describe('presence', () => {
  it('[A1] a socket speaks for one client ID, the first of which it gives a state', () => {
    const presence = new Presence<string>()
    expect(hear(presence.receive('a', payload([1, 1, {}], [2, 1, {}]), an))).toEqual({
      1: { user: an },
    })
    expect(presence.receive('a', payload([2, 1, {}]), an)).toBeNull()
    expect(presence.connectionOf(1)).toBe('a')
    expect(presence.connectionOf(2)).toBeUndefined()
  })

  it("[A1] a living socket's client ID stays its own, and an echo of others is dropped", () => {
    const presence = new Presence<string>()
    presence.receive('a', payload([1, 5, {}]), an)
    const echo = payload([1, 6, { user: { name: 'An' } }], [2, 1, { at: 3 }])
    expect(hear(presence.receive('b', echo, binh))).toEqual({ 2: { at: 3, user: binh } })
    expect(presence.receive('b', payload([1, 2 ** 53 - 1, { name: 'An' }]), binh)).toBeNull()
    const later = presence.receive('a', payload([1, 6, { at: 1 }]), an)
    expect(hear(later)).toEqual({ 1: { at: 1, user: an } })
  })

  it('[A1] the same person back on a new socket takes their client ID along', () => {
    const presence = new Presence<string>()
    presence.receive('old', payload([1, 5, {}]), an)
    expect(hear(presence.receive('new', payload([1, 5, { at: 2 }]), an))).toHaveProperty('1.at', 2)
    expect(presence.leave('old')).toBeNull()
    expect(presence.connectionOf(1)).toBe('new')
  })

  it('[A1] a client ID that is known to be another person’s is not given out', () => {
    const presence = new Presence<string>((clientId) => clientId !== 1)
    expect(presence.receive('a', payload([1, 1, {}]), an)).toBeNull()
    expect(presence.receive('a', payload([2, 1, {}]), an)).not.toBeNull()
  })

  it('[A2] the server writes name, colour, role and username, whatever the client says', () => {
    const presence = new Presence<string>()
    const forged = { user: { name: 'Bí thư', role: 'secretary', evil: 1 }, cursor: { anchor: 1 } }
    expect(hear(presence.receive('a', payload([1, 1, forged]), an))).toEqual({
      1: { user: an, cursor: { anchor: 1 } },
    })
  })

  it('[A3] a clock from 2^31 on, or more than 1,000 ahead, is dropped', () => {
    const presence = new Presence<string>()
    expect(presence.receive('a', payload([1, 2 ** 53 - 1, {}]), an)).toBeNull()
    expect(presence.receive('a', payload([1, 2 ** 31, {}]), an)).toBeNull()
    expect(presence.receive('a', payload([1, 10, {}]), an)).not.toBeNull()
    expect(presence.receive('a', payload([1, 1011, {}]), an)).toBeNull()
    expect(presence.receive('a', payload([1, 10, { old: true }]), an)).toBeNull()
    expect(presence.receive('a', payload([1, 1010, {}]), an)).not.toBeNull()
  })

  it('[A4] a state over 4 KiB, or that is no object, is dropped', () => {
    const presence = new Presence<string>()
    const states = [{ x: 'x'.repeat(stateLimit) }, '[1]', '7', '"x"', '{', '']
    states.forEach((state, i) => {
      expect(presence.receive('a', payload([1, i + 1, state]), an)).toBeNull()
    })
    expect(presence.receive('a', payload([1, 9, { x: 'x'.repeat(4000) }]), an)).not.toBeNull()
  })

  it('[A4] __proto__, constructor and prototype are no keys of a state', () => {
    const presence = new Presence<string>()
    const poison = '{"__proto__":{"role":"admin"},"a":{"constructor":1,"__proto__":{"x":1},"b":2}}'
    const sent = presence.receive('a', payload([1, 1, poison]), an)
    expect(Buffer.from(sent as Uint8Array).toString()).not.toMatch(/__proto__|constructor|admin/)
    expect(hear(sent)).toEqual({ 1: { a: { b: 2 }, user: an } })
  })

  it('[A5] a million null states leave nothing behind', () => {
    const presence = new Presence<string>()
    const nulls = payload(...Array.from({ length: 100_000 }, (_, i): Entry => [i, 1, null]))
    for (let i = 0; i < 10; i++) expect(presence.receive('a', nulls, an)).toBeNull()
    expect(presence.snapshot()).toBeNull()
    expect(presence.connectionOf(5)).toBeUndefined()
  })

  it('[A5] of one payload the first thousand entries are heard', () => {
    const presence = new Presence<string>()
    const crowd = (nulls: number) => [
      ...Array.from({ length: nulls }, (_, i): Entry => [i + 9, 1, null]),
      [1, 1, {}] as const,
    ]
    expect(presence.receive('a', payload(...crowd(1000)), an)).toBeNull()
    expect(presence.receive('a', payload(...crowd(999)), an)).not.toBeNull()
  })

  it('[A5] a count beyond the bytes left costs nothing', () => {
    const presence = new Presence<string>()
    expect(presence.receive('a', Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f), an)).toBeNull()
    expect(presence.receive('a', new Uint8Array(), an)).toBeNull()
  })

  it('[A6] the others hear that one is gone, a newcomer hears who is there', () => {
    const presence = new Presence<string>()
    const other = new Client()
    other.hear(presence.receive('a', payload([1, 7, {}]), an))
    other.hear(presence.receive('b', payload([2, 1, {}]), binh))
    expect(Object.keys(hear(presence.snapshot()))).toEqual(['1', '2'])
    expect(other.hear(presence.leave('a'))).toEqual({ 2: { user: binh } })
    expect(presence.leave('a')).toBeNull()
    // Back with the next change of its own, not only after two heartbeats.
    expect(other.hear(presence.receive('c', payload([1, 8, {}]), an))).toHaveProperty('1')
    const away = presence.receive('c', payload([1, 8, null]), an)
    expect(other.hear(away)).not.toHaveProperty('1')
    expect(Object.keys(hear(presence.snapshot()))).toEqual(['2'])
    other.awareness.destroy()
  })

  it('[A7] an unchanged heartbeat is sent on: its sender needs the answer, the others the sign', () => {
    const presence = new Presence<string>()
    const client = new Awareness(new Y.Doc())
    for (let i = 0; i < 3; i++) {
      client.setLocalState({ at: 1 })
      const beat = encodeAwarenessUpdate(client, [client.clientID])
      const answer = presence.receive('a', beat, an)
      expect(hear(answer)).toEqual({ [client.clientID]: { at: 1, user: an } })
      // The answer does not turn the sender's own state back.
      applyAwarenessUpdate(client, answer as Uint8Array, 'server')
      expect(client.getLocalState()).toEqual({ at: 1 })
    }
    client.destroy()
  })

  it('[A8] no bytes make it throw, and what it sends can be read', () => {
    const presence = new Presence<number>()
    const client = new Client()
    const entry = fc.tuple(fc.nat(5), fc.nat(3000), fc.oneof(fc.json(), fc.constant('null')))
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.array(entry, { maxLength: 4 }).map((entries) => payload(...entries)),
      fc
        .tuple(fc.array(entry, { maxLength: 4 }), fc.nat(40), fc.nat(255))
        .map(([entries, at, byte]) =>
          payload(...entries)
            .with(0, entries.length)
            .fill(byte, at, at + 1),
        ),
    )
    fc.assert(
      fc.property(fc.nat(3), bytes, fc.boolean(), (socket, update, leaves) => {
        client.hear(presence.receive(socket, update, socket % 2 ? an : binh))
        if (leaves) client.hear(presence.leave(socket))
        client.hear(presence.snapshot())
        for (const state of client.awareness.states.values()) {
          expect([an, binh]).toContainEqual(state.user)
        }
      }),
      { numRuns: 3000, verbose: true },
    )
    client.awareness.destroy()
  })
})
