// What an attack by one socket is, and what attacks are made of.
import { setTimeout as pause } from 'node:timers/promises'
import { updateFrame } from './frames'
import { type RawLine, wsFrame } from './raw-line'
import { element, letters, rawUpdate, typed } from './raw-update'
import type { Visitor } from './visitor'

export interface Target {
  /** May write. */
  readonly attacker: Visitor
  readonly colleague: Visitor
  readonly documentId: string
  /** How long a flood lasts. */
  readonly floodMs: number
}

export interface Attack {
  readonly name: string
  /** Row of the table of threats. */
  readonly threat: number
  /** Close codes that may end it; `null` where the line may also stay open or end without a word. */
  readonly ends: readonly (number | null)[]
  /** True where a writer makes use of the right to write: the text changes. */
  readonly writes?: boolean
  /** Yjs itself takes a minute for it in every colleague's copy; the server does not. */
  readonly stallsYjs?: boolean
  run(line: RawLine, target: Target): Promise<void>
}

export const open = null
export const update = (bytes: Uint8Array) => wsFrame(updateFrame(bytes))
export const many = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))
export const structs = (
  client: number,
  clock: number,
  list: ReturnType<typeof many<ReturnType<typeof letters>>>,
) => rawUpdate([{ client, clock, structs: list }])

/** Sends the same bytes as fast as the server takes them; ends when it ends the line. */
export async function flood(
  line: RawLine,
  ms: number,
  bytes: (i: number) => Uint8Array,
): Promise<void> {
  const until = performance.now() + ms
  for (let i = 0; performance.now() < until && line.closeCode === null; i++) {
    if (!(await Promise.race([line.push(bytes(i)), pause(ms, false)]))) return
    if (i % 16 === 0) await pause(0)
  }
}

/** Sends, and waits for the refusal. */
export const strike =
  (...frames: (() => Uint8Array)[]): Attack['run'] =>
  async (line) => {
    for (const frame of frames) line.write(frame())
    await line.refused
  }

export const client = () => 1000 + Math.floor(Math.random() * 2 ** 31)

/** A text of the attacker's own (clock 1) with as many letters (from clock 2). */
export const ownText = (own: number, length: number) =>
  update(
    structs(own, 0, [
      element({}, 'paragraph'),
      typed({ parent: [own, 0] }, 6),
      letters({ parent: [own, 1] }, 'x'.repeat(length)),
    ]),
  )
