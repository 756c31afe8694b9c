// One process a data folder: a lock file that names its holder, and outlives nobody.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another process holds the folder. */
export class DataFolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(`${folder} is in use by process ${pid}; stop it first, or choose another DATA_DIR`)
    this.name = 'DataFolderInUse'
  }
}

interface Holder {
  pid: number
  /** When the process began, in the kernel's own ticks; tells it from a later one with its number. */
  began: string | null
}

/** Field 22 of /proc/PID/stat; `null` where there is no /proc, or no such process. */
function beginningOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
    // The second field may itself hold blanks and brackets.
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return null
  }
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return began === null || beginningOf(pid) === began
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    // A kill in the middle of writing it leaves a file that names nobody.
    return null
  }
}

/** `wasInterrupted`: the holder before ended without letting go. */
export interface FolderLock {
  readonly unlock: () => void
  readonly wasInterrupted: boolean
}

/** Throws DataFolderInUse. */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'lock')
  const own: Holder = { pid: process.pid, began: beginningOf(process.pid) }
  let wasInterrupted = false
  for (let tries = 0; tries < 10; tries++) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx', mode: 0o600 })
      return { unlock: () => rmSync(path, { force: true }), wasInterrupted }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readHolder(path)
    if (holder && isAlive(holder)) throw new DataFolderInUse(folder, holder.pid)
    // The dead one's lock is moved aside first: of two newcomers only one moves it.
    const aside = `${path}.${process.pid}`
    try {
      renameSync(path, aside)
      wasInterrupted = true
      rmSync(aside, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new DataFolderInUse(folder, readHolder(path)?.pid ?? 0)
}
