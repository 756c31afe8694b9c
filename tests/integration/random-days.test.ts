// A few random days of a cell: edits, lost lines, comments, freezes, kills. Many more in `npm run test:fault`.
import { expect, it } from 'vitest'
import { runDays } from '../kit/cell-commands'
import { RandomServer } from '../kit/random-cell'
import { seed } from '../kit/seeded'

it(`[T6][G14] random days end with one text and nothing lost, SEED=${seed}`, async () => {
  const host = await RandomServer.start()
  await expect(runDays(host, seed, 4)).resolves.toBeUndefined()
  await host.end()
}, 180_000)
