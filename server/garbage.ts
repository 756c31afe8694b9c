// How much garbage may lie in memory: what one socket can make of it is a part of what it costs.
import { setFlagsFromString } from 'node:v8'

/**
 * By itself Node lets old objects grow to several times those in use before it collects them: what the
 * guard makes of a large update stays until then. The young ones are bounded where Node is started,
 * in package.json: later it cannot be done.
 */
const growthPercent = 20

/** For this process with its workers. A Node that does not know the flag says so and goes on. */
export const boundGarbage = (): void =>
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`)
