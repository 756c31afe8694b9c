// A process that appends until the disk takes no more, and prints what it was told on the way.
import { writeSync } from 'node:fs'
import { openEmbedded } from '../../server/stores/embedded/store'

const store = await openEmbedded({ dataDir: process.argv[2] as string })
const say = (line: string) => writeSync(1, `${line}\n`)
store.onFailure(() => say('failed'))

for (let i = 1; ; i++) {
  try {
    say(`kept ${await store.log.append('d', 0, [{ update: new Uint8Array(65_536).fill(i) }])}`)
  } catch {
    say('refused')
    break
  }
}
process.exit(0)
