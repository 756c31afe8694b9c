// A long history as one person wrote it, letter by letter: the frames and the text they make.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { rootName } from '../../shared/protocol'
import { updateFrame } from '../kit/frames'
import { seeded } from '../kit/seeded'

/** Delete `remove` characters at `at`, then insert `add`. */
type Operation = readonly [at: number, remove: number, add: string]

/** What the first `count` operations make. */
export interface Stage {
  readonly count: number
  readonly text: string
  /** The author's clock after it; its last letter bears the one before. */
  readonly clock: number
  /** Of the whole state as one update. */
  readonly bytes: number
}

export interface Trace {
  readonly name: string
  readonly clientId: number
  readonly whole: Stage
  /** The first 20,000 operations: a paper of usual size. */
  readonly usual: Stage
  /** The paragraph in which all is written. */
  readonly opening: Uint8Array
  /** The frame of an operation. */
  frame(i: number): Uint8Array
  /** The author's clock after an operation. */
  clockAfter(i: number): number
}

const seededLength = 259_778
const usualLength = 20_000

/** Runs of typing at a place, with corrections: single characters, as people write. */
function* seededOperations(): Generator<Operation> {
  const random = seeded(20_261_121)
  let length = 0
  let at = 0
  for (let i = 0; i < seededLength; i++) {
    if (random() < 0.02) at = Math.floor(random() * (length + 1))
    if (at > 0 && random() < 0.25) {
      at -= 1
      length -= 1
      yield [at, 1, '']
    } else {
      yield [at, 0, random() < 0.17 ? ' ' : 'a']
      at += 1
      length += 1
    }
  }
}

/** `BENCH_TRACE`: gzipped JSON, `{txns: [{patches: [[at, remove, add], …]}, …]}` or a list of edits. */
function operations(): { name: string; all: Iterable<Operation> } {
  const path = process.env.BENCH_TRACE
  if (!path) return { name: 'seeded trace', all: seededOperations() }
  const read = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'))
  const given: Operation[] = Array.isArray(read)
    ? read.map(([at, remove, add = '']) => [at, remove, add])
    : read.txns.flatMap((one: { patches: Operation[] }) => one.patches)
  return { name: 'given trace', all: given }
}

/** Many small frames in few large buffers: nothing for a collector to walk through. */
class Packed {
  #bytes = Buffer.alloc(16 * 1024 * 1024)
  readonly #ends: number[] = []

  add(frame: Uint8Array): void {
    const start = this.#ends.at(-1) ?? 0
    if (start + frame.length > this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2)
    }
    this.#bytes.set(frame, start)
    this.#ends.push(start + frame.length)
  }

  at = (i: number): Uint8Array => this.#bytes.subarray(this.#ends[i - 1] ?? 0, this.#ends[i])
}

let made: Trace | null = null

export function trace(): Trace {
  made ??= makeTrace()
  return made
}

function makeTrace(): Trace {
  const { name, all } = operations()
  const doc = new Y.Doc()
  let last: Uint8Array = new Uint8Array()
  doc.on('update', (update: Uint8Array) => {
    last = update
  })
  const text = new Y.XmlText()
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    doc.getXmlFragment(rootName).insert(0, [paragraph])
  })
  const opening = updateFrame(last)
  const frames = new Packed()
  const clocks: number[] = []
  let count = 0
  const stage = (): Stage => ({
    count,
    text: doc.getXmlFragment(rootName).toString(),
    clock: Y.getState(doc.store, doc.clientID),
    bytes: Y.encodeStateAsUpdate(doc).length,
  })
  let usual: Stage | null = null
  for (const [at, remove, add] of all) {
    doc.transact(() => {
      if (remove > 0) text.delete(at, remove)
      if (add !== '') text.insert(at, add)
    })
    frames.add(updateFrame(last))
    clocks.push(Y.getState(doc.store, doc.clientID))
    count += 1
    if (count === usualLength) usual = stage()
  }
  const whole = stage()
  doc.destroy()
  return {
    name,
    clientId: doc.clientID,
    whole,
    usual: usual ?? whole,
    opening,
    frame: frames.at,
    clockAfter: (i) => clocks[i] as number,
  }
}
