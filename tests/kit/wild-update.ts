// Updates that are sound in form and wild in meaning.
import * as Y from 'yjs'
import type { Dice } from './paper-editor'
import {
  attribute,
  collected,
  deleted,
  element,
  format,
  type Id,
  letters,
  type Place,
  rawUpdate,
  typed,
} from './raw-update'

const pick = <T>(from: readonly T[], dice: Dice): T => from[dice(from.length)] as T

/** Bytes of raw-update.ts with ids that mostly exist: sound in form, wild in meaning. */
export function wildUpdate(doc: Y.Doc, dice: Dice): Uint8Array {
  const known = [...doc.store.clients.keys()]
  const clients = [...new Set([1 + dice(3), known[dice(known.length)] as number])]
  const anyId = (): Id => {
    const all = dice(3) ? known : clients
    const client = all[dice(all.length)] as number
    return [client, dice(Y.getState(doc.store, client) + dice(4))]
  }
  const place = (): Place => {
    if (dice(12) === 0) return dice(2) ? {} : { parent: anyId() }
    if (dice(12) === 0) return { parent: anyId(), sub: pick(['textAlign', 'level', 'x'], dice) }
    const [client, clock] = anyId()
    // The letter after the left one is mostly the right neighbour.
    const right: Id = dice(3) ? [client, clock + 1] : anyId()
    return dice(3) ? { origin: [client, clock], right } : dice(2) ? { origin: anyId() } : { right }
  }
  const struct = () => {
    const makers = [
      () => letters(place(), pick(['a', 'bc', 'ủy', '👍'], dice)),
      () => letters(place(), 'def'),
      () => deleted(place(), 1 + dice(3)),
      () => collected(1 + dice(3)),
      () => format(place(), 'bold', pick(['{}', 'null'], dice)),
      () => element(place(), pick(['paragraph', 'heading', 'bulletList', 'listItem'], dice)),
      () => typed(place(), 6),
      () => attribute(place(), pick(['center', 1, null], dice)),
    ]
    return pick(makers, dice)()
  }
  const sections = clients.map((client) => ({
    client,
    clock: Math.max(0, Y.getState(doc.store, client) - (dice(4) ? 0 : dice(3))),
    structs: Array.from({ length: 1 + dice(3) }, struct),
  }))
  const deletions = Array.from(
    { length: dice(9) ? 0 : 1 },
    () => [...anyId(), 1 + dice(3)] as const,
  )
  return rawUpdate(sections, deletions)
}
