// A room without a server around it: what it journals is forgotten, and nobody is in it.
import { Copy } from '../../server/rooms/copy'
import type { Journal } from '../../server/rooms/journal'
import { Room } from '../../server/rooms/room'

export function bareRoom({ marksTouched = () => undefined as void } = {}): Room {
  const journal = {
    append: () => undefined,
    flush: () => Promise.resolve(),
  } as unknown as Journal
  return new Room({
    documentId: 'd',
    copy: new Copy(
      { epoch: 0, last: 0, clients: new Map(), snapshot: null, updates: [] },
      () => undefined,
    ),
    journal,
    owners: new Map(),
    isRecovering: () => false,
    emptied: () => undefined,
    marksTouched,
  })
}
