// A file that is either the old one or the new one, on disk, whatever happens in between.
import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname } from 'node:path'

/** The calls through which bytes reach the disk; handed in so that tests can make them fail. */
export type Disk = Pick<typeof fs, 'open' | 'rename' | 'link' | 'copyFile' | 'rm' | 'readFile'>
export const realDisk: Disk = fs

/** A folder's entries are durable only after it is synced itself; Windows has no such call. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await disk.open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** temp → fsync; the rename is the caller's. */
async function writeTemporary(disk: Disk, path: string, bytes: string | Uint8Array, mode: number) {
  const temporary = `${path}.tmp`
  await disk.rm(temporary, { force: true })
  const handle = await disk.open(temporary, 'wx', mode)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return temporary
}

/** temp → fsync → rename → fsync folder. Rejects with the disk's error; the old file then stands. */
export async function writeDurably(
  disk: Disk,
  path: string,
  bytes: string | Uint8Array,
  { mode = 0o600, previous }: { mode?: number; previous?: string } = {},
): Promise<void> {
  const temporary = await writeTemporary(disk, path, bytes, mode)
  if (previous !== undefined) await keepPrevious(disk, path, previous)
  await disk.rename(temporary, path)
  await syncFolder(disk, dirname(path))
}

/** A second name for the present generation: at no moment is `path` itself missing. */
async function keepPrevious(disk: Disk, path: string, previous: string): Promise<void> {
  await disk.rm(previous, { force: true })
  try {
    await disk.link(path, previous)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return
    // Some file systems (FAT on a stick) have no second names.
    await disk.copyFile(path, previous)
  }
}

/** `null` when there is no such file. */
export async function readIfThere(disk: Disk, path: string): Promise<Uint8Array | null> {
  try {
    return await disk.readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
