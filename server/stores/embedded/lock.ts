// One process a data folder: numbered lock files, of which the highest names the holder.
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
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
  /** How it let go; absent while it holds. */
  left?: 'clean' | 'broken'
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

function isHolding({ pid, began, left }: Holder): boolean {
  if (left) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return began === null || beginningOf(pid) === began
}

/** `null` for a file that names nobody: the power went before its bytes were on disk. */
function parseHolder(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
const numbersIn = (path: string) => readdirSync(path).filter((name) => /^\d+$/.test(name))
const highestIn = (path: string) => Math.max(0, ...numbersIn(path).map(Number))

/** Whether `to` is now ours: whole from its first moment, and nobody else's. */
function claim(own: Holder, to: string): boolean {
  const ticket = `${to}.${process.pid}`
  writeFileSync(ticket, JSON.stringify(own), { mode: 0o600 })
  try {
    linkSync(ticket, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
  } finally {
    rmSync(ticket, { force: true })
  }
  // Some file systems (FAT on a stick) have no second names.
  try {
    writeFileSync(to, JSON.stringify(own), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** `wasInterrupted`: the holder before ended without letting go, or with a failed disk. */
export interface FolderLock {
  readonly unlock: (left: 'clean' | 'broken') => void
  readonly wasInterrupted: boolean
}

/**
 * Throws DataFolderInUse. Node has no lock that the kernel drops by itself, and a lock file that
 * newcomers delete can be deleted by two of them, the second deleting the first one's. So a number
 * is never freed while it is the highest: whoever finds its holder gone claims the next one, which
 * only one can, and a straggler who claims a lower number sees the higher and steps back.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'lock')
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const own: Holder = { pid: process.pid, began: beginningOf(process.pid) }
  for (;;) {
    const top = highestIn(path)
    let before: Holder | null = null
    if (top > 0) {
      try {
        before = parseHolder(readFileSync(join(path, String(top)), 'utf8'))
      } catch (error) {
        // Its follower cleared it away a moment ago.
        if (codeOf(error) === 'ENOENT') continue
        throw error
      }
    }
    if (before && isHolding(before)) throw new DataFolderInUse(folder, before.pid)
    const number = top + 1
    const file = join(path, String(number))
    if (!claim(own, file)) continue
    if (highestIn(path) > number) {
      rmSync(file, { force: true })
      continue
    }
    for (const lower of numbersIn(path)) {
      if (Number(lower) < number) rmSync(join(path, lower), { force: true })
    }
    return {
      wasInterrupted: top > 0 && before?.left !== 'clean',
      unlock(left) {
        writeFileSync(`${file}.left`, JSON.stringify({ ...own, left }), { mode: 0o600 })
        renameSync(`${file}.left`, file)
      },
    }
  }
}
