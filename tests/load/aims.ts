// What our own server is to reach beside the others, and whether it did in this run.
import type { Row } from './figures'
import * as measures from './measures'
import type { Measure, Samples } from './samples'

const rival = 'hocuspocus-sqlite'
const floor = 'bare'

interface Aim {
  readonly what: string
  /** NaN where it was not measured in this run. */
  readonly value: number
  readonly words: string
  readonly isReached: boolean
}

function aimsOf(samples: Samples): Aim[] {
  const atMost = (what: string, value: number, limit: number): Aim => ({
    what,
    value,
    words: `≤ ${limit}`,
    isReached: value <= limit,
  })
  const share = ({ what }: Measure, limit: number, by = rival) =>
    atMost(`${what}: ours ÷ ${by}`, samples.ratio(what, 'ours', by), limit)
  const own = ({ what, unit }: Measure, limit: number) =>
    atMost(`${what}, ${unit}`, samples.of(what, 'ours'), limit)
  const busy = measures.inRoom(200, 20)
  const small = [
    measures.inRoom(10, 1),
    measures.inRoom(10, 5),
    measures.inRoom(50, 1),
    measures.inRoom(50, 5),
    measures.inRoom(50, 20),
  ]
  const intake = samples.ratio(measures.intake.what, 'ours', rival)
  return [
    share(measures.cpu(busy), 0.4),
    own(measures.p99(busy), 25),
    share(measures.cpu(busy), 1, floor),
    share(measures.cpu(measures.inRoom(50, 5)), 0.55),
    share(measures.cpu(measures.inRooms), 0.5),
    ...small.flatMap((who) => [own(measures.p50(who), 1), share(measures.p50(who), 1.25, floor)]),
    share(measures.cold, 0.1),
    share(measures.warm, 0.25),
    share(measures.storm, 0.3),
    share(measures.idle, 0.22),
    {
      what: `${measures.intake.what}: ours ÷ ${rival}`,
      value: intake,
      words: '≥ 1',
      isReached: intake >= 1,
    },
    own(measures.lostSaved, 0),
    own(measures.ack99(measures.inRoom(100, 50)), 50),
  ]
}

/** Of what was measured in this run. */
export function aimRows(samples: Samples): Row[] {
  return aimsOf(samples)
    .filter(({ value }) => !Number.isNaN(value))
    .map(({ what, value, words, isReached }) => ({
      what,
      figure: value.toFixed(2),
      aim: { words, isReached },
    }))
}
