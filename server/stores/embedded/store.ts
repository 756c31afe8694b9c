// The embedded store: one folder, one process, no other service.
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Store } from '../contract'
import { EmbeddedBlobs } from './blobs'
import { EmbeddedBus } from './bus'
import { type Disk, realDisk, syncFolder } from './durable-file'
import { lockFolder } from './lock'
import { EmbeddedLog } from './log'
import { EmbeddedMoments } from './moments'
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
  const made = await mkdir(join(dataDir, 'versions'), { recursive: true, mode: 0o700 })
  const { unlock, wasInterrupted } = lockFolder(dataDir)
  let failed: (error: Error) => void = () => undefined
  let failure: Error | null = null
  const fail = (error: Error) => {
    if (failure) return
    failure = error
    failed(error)
  }
  let log: EmbeddedLog | null = null
  try {
    const file = new RecordsFile(
      disk,
      join(dataDir, 'records.json'),
      join(dataDir, 'records.previous.json'),
    )
    const records = await EmbeddedRecords.open(file, fail)
    const opened = new EmbeddedLog(join(dataDir, 'log'), fail)
    log = opened
    // LMDB syncs its file but not the folders that name it.
    for (const folder of [join(dataDir, 'log'), dataDir]) await syncFolder(disk, folder)
    if (made) await syncFolder(disk, dirname(made))
    let closing: Promise<void> | null = null
    const close = async () => {
      try {
        await records.close()
        await opened.close()
      } finally {
        unlock(failure ? 'broken' : 'clean')
      }
    }
    return {
      records,
      log: opened,
      blobs: new EmbeddedBlobs(disk, join(dataDir, 'versions'), fail),
      moments: new EmbeddedMoments(disk, join(dataDir, 'history')),
      bus: new EmbeddedBus(),
      wasInterrupted,
      close() {
        closing ??= close()
        return closing
      },
      onFailure(told) {
        failed = told
        if (failure) told(failure)
      },
    }
  } catch (error) {
    await log?.close()
    // What the holder before left behind is still to be seen to by the one who gets in.
    unlock(wasInterrupted ? 'broken' : 'clean')
    throw error
  }
}
