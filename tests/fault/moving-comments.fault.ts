// Many papers with hundreds of comments, moved every way: `RUNS=200 npm run test:fault`; failing seeds are kept beside it.
import { expect, it } from 'vitest'
import { runMovingDays } from '../kit/moving-days'
import { RandomServer } from '../kit/random-cell'
import { seed } from '../kit/seeded'

const runs = Number(process.env.RUNS ?? 8)

it(
  `[T5][T7] ${runs} papers, each with 210 comments, SEED=${seed}`,
  async () => {
    const host = await RandomServer.start()
    const told = await runMovingDays(host, seed, runs)
    process.stdout.write(`${told.join('\n')}\n`)
    expect(told.length).toBeGreaterThan(runs)
    await host.end()
  },
  240_000 + runs * 120_000,
)
