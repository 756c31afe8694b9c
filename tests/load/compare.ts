// `npm run bench -- --peers`: our own server and others, one at a time, by the same clients.
import { rmSync } from 'node:fs'
import { aimRows } from './aims'
import { print } from './figures'
import { forgetKept, type Work, works } from './measures'
import { installPeers, peers } from './peer-subjects'
import { Samples } from './samples'
import { ours, type Subject } from './subject'
import { trace } from './trace'

export interface Wish {
  /** Names of measures and of subjects; empty means all. */
  readonly only: readonly string[]
  readonly subjects: readonly string[]
  readonly rounds: number
}

const note = (line: string) => process.stderr.write(`${line}\n`)

function chosen<T extends { name: string }>(all: readonly T[], names: readonly string[]): T[] {
  const unknown = names.filter((name) => !all.some((one) => one.name === name))
  if (unknown.length > 0) {
    throw new Error(`unknown: ${unknown.join(', ')}; there are ${all.map(({ name }) => name)}`)
  }
  return all.filter(({ name }) => names.length === 0 || names.includes(name))
}

/** Every round begins with another subject. */
const turned = <T>(all: readonly T[], by: number): T[] => [
  ...all.slice(by % all.length),
  ...all.slice(0, by % all.length),
]

async function attempt(work: Work, subject: Subject, samples: Samples): Promise<void> {
  const begun = performance.now()
  try {
    await work.run(subject, samples)
  } catch (error) {
    samples.note(subject.name, `${work.name} failed: ${(error as Error).message}`)
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  note(`  ${work.name}, ${subject.label}: ${seconds} s`)
}

export async function compare(wish: Wish): Promise<void> {
  const subjects = chosen([ours, ...peers], wish.subjects)
  const chosenWorks = chosen(works, wish.only)
  // A run of everything spares what no aim is set beside, and what takes long and differs little.
  const isAll = wish.only.length === 0 && wish.subjects.length === 0
  installPeers()
  const [major = 0] = process.versions.node.split('.').map(Number)
  const samples = new Samples()
  if (major < 22) {
    samples.note('hocuspocus', `asks for Node 22 and runs here on Node ${process.versions.node}`)
  }
  note(`preparing ${trace().whole.count} operations, ${trace().name}`)
  try {
    for (let round = 0; round < wish.rounds; round++) {
      for (const work of chosenWorks) {
        if (isAll && work.isOnce && round > 0) continue
        note(`round ${round + 1}: ${work.name}`)
        for (const subject of turned(subjects.filter(work.suits), round)) {
          const isSpared = isAll && round > 0 && !subject.isYardstick
          if (!isSpared) await attempt(work, subject, samples)
        }
      }
    }
  } finally {
    forgetKept((dataDir) => rmSync(dataDir, { recursive: true, force: true }))
  }
  process.stdout.write(`${samples.table(subjects, 'hocuspocus-sqlite')}\n`)
  print(aimRows(samples))
  process.stdout.write(`\n${samples.notes.map((line) => `- ${line}\n`).join('')}`)
}
