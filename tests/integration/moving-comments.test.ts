// Hundreds of comments on a text that is moved every way. Many more runs in `npm run test:fault`.
import { expect, it } from 'vitest'
import { runMovingDays } from '../kit/moving-days'
import { RandomServer } from '../kit/random-cell'
import { seed } from '../kit/seeded'

const runs = Number(process.env.MOVING_RUNS ?? 1)

it(
  `[T5][T7] hundreds of comments stand at their words or are detached, SEED=${seed}`,
  async () => {
    const host = await RandomServer.start()
    const told = await runMovingDays(host, seed, runs)
    expect(told.length).toBeGreaterThan(runs)
    if (runs > 1) process.stdout.write(`${told.join('\n')}\n`)
    await host.end()
  },
  240_000 + runs * 120_000,
)
