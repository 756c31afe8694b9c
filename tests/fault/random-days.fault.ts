// Many random days of a cell: `RUNS=10000 npm run test:fault` is the long run; failing seeds are kept in seeds.json.
import { expect, it } from 'vitest'
import { runDays } from '../kit/cell-commands'
import { RandomServer } from '../kit/random-cell'
import { seed } from '../kit/seeded'

const runs = Number(process.env.RUNS ?? 60)

it(
  `[T6][G14] ${runs} random days end with one text and nothing lost, SEED=${seed}`,
  async () => {
    const host = await RandomServer.start()
    await expect(runDays(host, seed, runs)).resolves.toBeUndefined()
    await host.end()
  },
  120_000 + runs * 20_000,
)
