// Preloaded into a server under test: on SIGUSR2 the disk begins to fail as FAULTY_DISK says. Linux only.
import { closeSync, constants, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { open } from 'node:fs/promises'

const faults = {
  'log-full': () => fillLog(() => true),
  // All but the last page of a commit is written, the one that makes it count.
  'log-commit': () => fillLog(isSynchronous),
  'file-sync': () => failFiles('sync', 'EIO'),
  'file-full': () => failFiles('writeFile', 'ENOSPC'),
}

/**
 * LMDB is native: what can be taken from it is the file below its descriptors. /dev/full refuses
 * every write with ENOSPC.
 */
function fillLog(suits) {
  const held = readdirSync('/proc/self/fd').filter(
    (fd) => nameOf(fd)?.endsWith('/data.mdb') && suits(fd),
  )
  if (held.length === 0) throw new Error('no log is open')
  for (const fd of held.map(Number)) {
    closeSync(fd)
    // The lowest free number is given: numbers below it that are free are taken first.
    let next = openSync('/dev/full', 'r+')
    while (next < fd) next = openSync('/dev/full', 'r+')
    if (next !== fd) throw new Error(`descriptor ${fd} went to someone else`)
  }
}

function nameOf(fd) {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    // The folder's own descriptor is gone by now.
    return null
  }
}

/** LMDB writes its last page through a descriptor of its own, with O_DSYNC. */
function isSynchronous(fd) {
  const flags = /flags:\s+(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1'))
  return (Number.parseInt(flags[1], 8) & constants.O_DSYNC) !== 0
}

async function failFiles(call, code) {
  const handle = await open(import.meta.filename)
  const prototype = Object.getPrototypeOf(handle)
  await handle.close()
  prototype[call] = () => Promise.reject(Object.assign(new Error(`${code}: by order`), { code }))
}

const fault = faults[process.env.FAULTY_DISK]
if (!fault) throw new Error(`no such fault: ${process.env.FAULTY_DISK}`)
process.on('SIGUSR2', async () => {
  await fault()
  process.stderr.write('the disk fails from now on\n')
})
