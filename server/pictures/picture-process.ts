// A process that makes one picture anew and ends: what a hostile file could do in it, it does to nobody else.
import { once } from 'node:events'
import { prepare, reencode } from './reencode'

async function main(): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  prepare()
  const made = await reencode(Buffer.concat(chunks))
  const { bytes, ...facts } = typeof made === 'string' ? { bytes: null, fault: made } : made
  process.stdout.write(`${JSON.stringify(facts)}\n`)
  if (bytes && !process.stdout.write(bytes)) await once(process.stdout, 'drain')
}

await main()
