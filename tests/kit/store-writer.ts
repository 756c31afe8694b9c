// A process that writes to a store without end and prints what was acknowledged; its parent kills it.
import { openEmbedded } from '../../server/stores/embedded/store'

const store = await openEmbedded({ dataDir: process.argv[2] as string })
const say = (line: string) => process.stdout.write(`${line}\n`)

async function writeUpdates(documentId: string): Promise<void> {
  for (let i = 1; ; i++) {
    const update = new TextEncoder().encode(String(i))
    await store.log.append(documentId, 0, [{ update }])
    say(`log ${documentId} ${i}`)
    if (i % 50 === 0) await store.log.compact(documentId, 0, { update, vector: null }, i)
  }
}

async function writeRecords(): Promise<void> {
  for (let i = 1; ; i++) {
    const at = new Date(i).toISOString()
    await store.records.transact((handle) =>
      handle.put('logins', {
        id: `row-${i % 20}`,
        personId: String(i),
        createdAt: at,
        expiresAt: at,
      }),
    )
    say(`row row-${i % 20} ${i}`)
  }
}

await Promise.all([writeUpdates('a'), writeUpdates('b'), writeRecords()])
