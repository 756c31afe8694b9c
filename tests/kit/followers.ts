// Followers of a meeting on bare TCP lines: every byte the server sends them is kept.
import { once } from 'node:events'
import { step1Frame } from './frames'
import { RawLine, upgradeRequest, wsFrame } from './raw-line'
import type { Visitor } from './visitor'

export interface Follower {
  readonly name: string
  readonly door: string
  readonly line: RawLine
  /** All that came so far, from the answer to the upgrade on. */
  bytes(): Buffer
  /** Text frames that came so far. */
  readonly told: string[]
}

const [text, ping, pong] = [1, 9, 10]

/** Asks for the whole paper where the door is one; a refusal is an answer too. */
export async function follow(name: string, visitor: Visitor, door: string): Promise<Follower> {
  const line = new RawLine(visitor.origin)
  const chunks: Buffer[] = []
  const told: string[] = []
  line.socket.on('data', (data) => chunks.push(data))
  line.heard = (opcode, payload) => {
    if (opcode === ping) line.write(wsFrame(payload, { opcode: pong }))
    if (opcode === text) told.push(payload.toString())
  }
  await once(line.socket, 'connect')
  line.write(upgradeRequest(door, new URL(visitor.origin).host, visitor.cookie))
  await line.answered()
  if (door.startsWith('/sync/')) line.write(wsFrame(step1Frame()))
  return { name, door, line, told, bytes: () => Buffer.concat(chunks) }
}

/** Resolves when this follower was told a text with these words. */
export async function toldOf({ told, line }: Follower, words: string): Promise<void> {
  while (!told.some((one) => one.includes(words))) await once(line.socket, 'data')
}
