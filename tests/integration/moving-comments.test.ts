// Hundreds of comments on a text that is moved every way. Many more papers in `npm run test:fault`.
import { expect, it } from 'vitest'
import { runMovingDays } from '../kit/moving-days'
import { RandomServer } from '../kit/random-cell'
import { seed } from '../kit/seeded'

it(`[T5][T7] hundreds of comments stand at their words or are detached, SEED=${seed}`, async () => {
  const host = await RandomServer.start()
  const told = await runMovingDays(host, seed, 1)
  expect(told.length).toBeGreaterThan(1)
  await host.end()
}, 240_000)
