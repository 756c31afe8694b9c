// Has pictures made anew, each in a process of its own, bounded in time, memory and number.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../../shared/refusals'
import { logError } from '../log'
import { formOf } from './picture-form'
import type { Reencoded } from './reencode'

/** The largest picture takes two seconds on an idle core. */
const withinMs = 30_000
const mostMegabytes = 256
const mostWaiting = 8
const mostMadeBytes = 16 * 1024 * 1024

const madeFacts = z.object({
  form: z.enum(['png', 'jpeg']),
  width: z.int().positive(),
  height: z.int().positive(),
})
const faultFacts = z.object({ fault: z.enum(['not-a-picture', 'picture-too-large']) })

/** What a program needs to start at all; nothing else of ours: no password, no folder. */
const passedOn = Object.fromEntries(
  ['SystemRoot', 'LD_LIBRARY_PATH'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  }),
)

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** One after the other. Throws `not-a-picture`, `picture-too-large`, or `busy` when too many wait. */
export async function makePicture(bytes: Uint8Array): Promise<Reencoded> {
  if (formOf(bytes) === null) throw new Refusal('not-a-picture')
  if (waiting >= mostWaiting) throw new Refusal('busy')
  waiting += 1
  const made = last.then(() => inProcess(bytes))
  last = made.catch(() => undefined)
  try {
    return await made
  } finally {
    waiting -= 1
  }
}

async function inProcess(bytes: Uint8Array): Promise<Reencoded> {
  const isSource = import.meta.filename.endsWith('.ts')
  const program = join(import.meta.dirname, `picture-process.${isSource ? 'ts' : 'js'}`)
  const memory = `--max-old-space-size=${mostMegabytes}`
  const child = spawn(
    process.execPath,
    [memory, ...(isSource ? ['--import', 'tsx'] : []), program],
    { stdio: ['pipe', 'pipe', 'ignore'], env: passedOn, timeout: withinMs, killSignal: 'SIGKILL' },
  )
  const gone = once(child, 'close')
  // A process that ends before it has read all says so by how it ends.
  child.stdin.on('error', () => child.stdin.destroy())
  child.stdin.end(bytes)
  const chunks: Buffer[] = []
  let size = 0
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > mostMadeBytes) child.kill('SIGKILL')
    else chunks.push(chunk)
  })
  const [code, signal] = await gone
  const made = code === 0 ? read(Buffer.concat(chunks)) : null
  if (made) return made
  logError('picture', new Error(`the process ended with ${code ?? signal}`))
  throw new Refusal('not-a-picture')
}

/** Throws the refusal that the process named; `null` where it said nothing that can be read. */
function read(said: Buffer): Reencoded | null {
  const end = said.indexOf(10)
  if (end < 0) return null
  const facts: unknown = JSON.parse(said.toString('utf8', 0, end))
  const fault = faultFacts.safeParse(facts)
  if (fault.success) throw new Refusal(fault.data.fault)
  return { ...madeFacts.parse(facts), bytes: new Uint8Array(said.subarray(end + 1)) }
}
