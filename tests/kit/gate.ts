// What waits until a test lets it go.
import { EventEmitter, once } from 'node:events'

/** `shut` resolves when it is opened, once. */
export function gate() {
  const hinge = new EventEmitter()
  return { shut: once(hinge, 'open'), open: () => hinge.emit('open') }
}
