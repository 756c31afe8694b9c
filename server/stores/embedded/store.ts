// The embedded store: one folder, one process, no other service.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../contract'
import { EmbeddedBlobs } from './blobs'
import { EmbeddedBus } from './bus'
import { type Disk, realDisk } from './durable-file'
import { lockFolder } from './lock'
import { EmbeddedLog } from './log'
import { EmbeddedRecords } from './records'
import { RecordsFile } from './records-file'

/** Throws DataFolderInUse or DamagedFile, and then holds nothing. */
export async function openEmbedded({
  dataDir,
  disk = realDisk,
}: {
  dataDir: string
  disk?: Disk
}): Promise<Store> {
  await mkdir(join(dataDir, 'versions'), { recursive: true, mode: 0o700 })
  const { unlock, wasInterrupted } = lockFolder(dataDir)
  let failed: (error: Error) => void = () => undefined
  let failure: Error | null = null
  const fail = (error: Error) => {
    failure = error
    failed(error)
  }
  try {
    const file = new RecordsFile(
      disk,
      join(dataDir, 'records.json'),
      join(dataDir, 'records.previous.json'),
    )
    const records = await EmbeddedRecords.open(file, fail)
    const log = new EmbeddedLog(join(dataDir, 'log'), fail)
    return {
      records,
      log,
      blobs: new EmbeddedBlobs(disk, join(dataDir, 'versions')),
      bus: new EmbeddedBus(),
      wasInterrupted,
      async close() {
        await records.close()
        await log.close()
        unlock()
      },
      onFailure(told) {
        failed = told
        if (failure) told(failure)
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
