// A process that takes and lets go of a folder's lock again and again; ends with 1 if it was not alone.
import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DataFolderInUse, lockFolder } from '../../server/stores/embedded/lock'

const [folder, times] = process.argv.slice(2) as [string, string]
const witness = join(folder, 'held')

for (let held = 0; held < Number(times); ) {
  try {
    const { unlock } = lockFolder(folder)
    // Throws when another process is between the same two lines.
    closeSync(openSync(witness, 'wx'))
    rmSync(witness)
    unlock(held % 2 === 0 ? 'clean' : 'broken')
    held++
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error
  }
}
