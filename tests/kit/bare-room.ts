// A room without a server around it: what it journals is forgotten, and nobody is in it.
import { Copy } from '../../server/rooms/copy'
import type { Journal } from '../../server/rooms/journal'
import { Room } from '../../server/rooms/room'

const nothing = () => undefined

export function bareRoom(): Room {
  const journal = { append: nothing, flush: () => Promise.resolve() } as unknown as Journal
  const empty = { epoch: 0, last: 0, clients: new Map(), snapshot: null, updates: [] }
  return new Room({
    documentId: 'd',
    copy: new Copy(empty, nothing),
    journal,
    owners: new Map(),
    isRecovering: () => false,
    emptied: nothing,
    marksTouched: nothing,
  })
}
