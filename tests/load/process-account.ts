// CPU and memory of a server's process, read from outside and the same way for every server (Linux).
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const tickMs = 10

/** Nanoseconds of the threads where the kernel tells them, else the ticks of `stat`. */
function cpuOf(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    const spent = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    )
    return spent.reduce((sum, ns) => sum + ns, 0) / 1e6
  } catch {
    // A kernel without schedstat; `stat` counts after the name, which may hold spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * tickMs
  }
}

/** CPU milliseconds used so far and resident KiB. */
export function accountOf(pid: number): { cpu: number; rss: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return { cpu: cpuOf(pid), rss: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) }
}

/** Resolves once the process has done next to nothing for three seconds, or after the limit. */
export async function untilQuiet(pid: number, limitMs = 120_000): Promise<void> {
  const end = performance.now() + limitMs
  let quietFor = 0
  let before = accountOf(pid).cpu
  while (quietFor < 3000 && performance.now() < end) {
    await pause(500)
    const now = accountOf(pid).cpu
    quietFor = now - before < 15 ? quietFor + 500 : 0
    before = now
  }
}
