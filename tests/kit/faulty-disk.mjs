// Preloaded into a server under test: on SIGUSR2 the disk begins to fail as FAULTY_DISK says. Linux only.
import { closeSync, openSync, readdirSync, readlinkSync } from 'node:fs'
import { open } from 'node:fs/promises'

const faults = {
  // Writes are taken and never reach the disk: the sync says so.
  'log-sync': () => replaceLog('/dev/null'),
  'log-full': () => replaceLog('/dev/full'),
  'file-sync': () => failFiles('sync', 'EIO'),
  'file-full': () => failFiles('writeFile', 'ENOSPC'),
}

/**
 * LMDB is native: what can be taken from it is the file below its descriptors. /dev/null takes
 * every write and refuses fdatasync (EINVAL); /dev/full refuses the write (ENOSPC).
 */
function replaceLog(device) {
  const held = readdirSync('/proc/self/fd').filter((fd) => nameOf(fd)?.endsWith('/data.mdb'))
  for (const fd of held.map(Number)) {
    closeSync(fd)
    // The lowest free number is given: numbers below it that are free are taken first.
    let next = openSync(device, 'r+')
    while (next < fd) next = openSync(device, 'r+')
    if (next !== fd) throw new Error(`descriptor ${fd} went to someone else`)
  }
  if (held.length === 0) throw new Error('no log is open')
}

function nameOf(fd) {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    // The folder's own descriptor is gone by now.
    return null
  }
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
