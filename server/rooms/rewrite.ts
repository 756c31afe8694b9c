// Makes a live paper read as a given text, as an edit of the server's: forward, minimal, in slices.
import { join } from 'node:path'
import { Tinypool } from 'tinypool'
import { formOf } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import { Refusal } from '../../shared/refusals'
import { logError } from '../log'
import type { Rewriting } from './rewrite-worker'
import type { Room } from './room'

const withinMs = 60_000
const mostMegabytes = 512
const mostWaiting = 8
const restMs = 30_000

let made: Tinypool | null = null

/** Started by the first that is asked for. */
function pool(): Tinypool {
  const name = `rewrite-worker${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`
  made ??= new Tinypool({
    filename: join(import.meta.dirname, name),
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: 1,
    maxQueue: mostWaiting,
    idleTimeout: restMs,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  return made
}

/** What of a node a live paper holds: nothing that the schema does not know, no comments, no numbers. */
function admitted(node: PaperNode): PaperNode {
  const known = paperSchema.nodes[node.type]?.spec.attrs ?? {}
  const attrs = Object.entries(node.attrs ?? {}).filter(([name]) => Object.hasOwn(known, name))
  const marks = node.text === undefined ? [] : formOf(node)
  return {
    type: node.type,
    ...(attrs.length > 0 && { attrs: Object.fromEntries(attrs) }),
    ...(node.content && { content: node.content.map(admitted) }),
    ...(marks.length > 0 && { marks }),
    ...(node.text !== undefined && { text: node.text }),
  }
}

/** The text as a live paper can have it. Throws RangeError on what the schema does not allow. */
export function writable(text: PaperNode): PaperNode {
  const wished = admitted(text)
  paperSchema.nodeFromJSON(wished).check()
  return wished
}

async function make(rewriting: Rewriting): Promise<Uint8Array | null> {
  const workers = pool()
  if (workers.queueSize >= mostWaiting) throw new Refusal('busy')
  const signal = AbortSignal.timeout(withinMs)
  try {
    return await workers.run(rewriting, { name: 'rewritten', signal })
  } catch (error) {
    const isOverLimit =
      signal.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (!isOverLimit) throw error
    logError('rewrite', error)
    throw new Refusal('too-large')
  }
}

/**
 * Blocks and words that are in both texts are not touched: comments, carets and what colleagues
 * write there meanwhile stay. Resolves when it is on disk; throws `too-large`, `busy`.
 */
export async function rewrite(room: Room, text: PaperNode): Promise<void> {
  const wished = writable(text)
  const state = await room.state()
  const update = await make({ state, wished })
  if (update) await room.take(update)
}
