// Pure: which moments of a paper's history are let go, so that it stays within its bounds.

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Up to this age, one in so long. */
const steps = [
  { age: 2 * hour, every: 0 },
  { age: 2 * day, every: 15 * minute },
  { age: 14 * day, every: 2 * hour },
  { age: Number.POSITIVE_INFINITY, every: day },
]
/** Of one paper, besides those that have a name. */
const mostMoments = 300
const mostBytes = 16 * 1024 * 1024

interface Dated {
  readonly at: number
  readonly bytes: number
}

/** Given in the order of time; of those in one step of time the last stays. */
export function thinned(moments: readonly Dated[], now: number): number[] {
  const gone: number[] = []
  const kept: Dated[] = []
  moments.forEach((moment, i) => {
    const every = steps.find(({ age }) => now - moment.at <= age)?.every ?? 0
    const next = moments[i + 1]
    const isLast = !next || every === 0 || step(next.at, every) !== step(moment.at, every)
    if (isLast) kept.push(moment)
    else gone.push(moment.at)
  })
  let bytes = kept.reduce((sum, one) => sum + one.bytes, 0)
  // The oldest go first: what is recent is asked for most.
  for (let i = 0; kept.length - i > mostMoments || bytes > mostBytes; i++) {
    const oldest = kept[i]
    if (!oldest || i === kept.length - 1) break
    gone.push(oldest.at)
    bytes -= oldest.bytes
  }
  return gone
}

const step = (at: number, every: number) => Math.floor(at / every)
