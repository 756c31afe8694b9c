// Starts the real program as users do, on a port and a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { copySample } from './sample-folder'

const root = join(import.meta.dirname, '../..')
export const demoPassword = 'mat khau thu nghiem'

export interface RunningServer {
  readonly origin: string
  readonly dataDir: string
  readonly pid: number
  /** Every line printed before `ready`. */
  readonly printed: readonly string[]
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  /** kill -9; resolves when it is gone. The data folder stays. */
  kill(): Promise<void>
  /** Resolves with the exit code, or the signal's name, when it ends by whatever. */
  readonly gone: Promise<number | NodeJS.Signals>
  /** The last it said on standard error. */
  complaints(): string
  /** Resolves when it has said these words on standard error. */
  said(words: string): Promise<void>
  /** Sends a signal and goes on. */
  signal(name: NodeJS.Signals): void
  /** Removes the data folder. */
  forget(): void
}

export interface Wish {
  demo?: boolean
  dataDir?: string
  port?: number
  env?: Record<string, string>
  /** Node's own, such as `--cpu-prof`. */
  nodeArgs?: readonly string[]
  /** What `tests/kit/faulty-disk.mjs` makes the disk do from SIGUSR2 on. */
  faultyDisk?: 'log-full' | 'log-commit' | 'file-sync' | 'file-full'
  /** No file grows beyond it: the kernel refuses the write. A multiple of 1024. */
  maxFileBytes?: number
}

/** The flags with which `npm start` runs Node. */
const nodeFlags: readonly string[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .scripts.start.split(' ')
  .slice(1, -1)

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'banthao-test-'))

const faultyDisk = pathToFileURL(join(import.meta.dirname, 'faulty-disk.mjs')).href

/** Run by a shell that bounds the size of files; ignored, the signal beyond it is an error. */
const bounded = (bytes: number, command: string[]) => {
  // bash counts in 1,024 bytes and others in 512: what it says is in bash's.
  const script = `trap '' XFSZ; ulimit -f ${bytes / 1024}; exec "$0" "$@"`
  return ['bash', '-c', script, ...command] as const
}

/** Resolves after the `ready` line. Rejects with what was printed when the start is refused. */
export async function startServer(wish: Wish = {}): Promise<RunningServer> {
  const dataDir = wish.dataDir ?? newDataDir()
  if (wish.demo && wish.dataDir === undefined) {
    await copySample(dataDir, async (folder) => {
      await (await startServer({ demo: true, dataDir: folder })).stop()
    })
  }
  const served = [
    process.execPath,
    ...nodeFlags,
    ...(wish.nodeArgs ?? []),
    'server/start.mjs',
    ...(wish.demo ? ['--demo'] : []),
  ]
  const [command = '', ...args] = wish.maxFileBytes ? bounded(wish.maxFileBytes, served) : served
  const child = spawn(command, args, {
    cwd: root,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(wish.port ?? 0),
      DATA_DIR: dataDir,
      DEMO_PASSWORD: demoPassword,
      ...(wish.faultyDisk && {
        NODE_OPTIONS: `--import ${faultyDisk}`,
        FAULTY_DISK: wish.faultyDisk,
      }),
      ...wish.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'exit')
  const printed: string[] = []
  let complaints = ''
  child.stderr?.on('data', (data) => {
    complaints = `${complaints}${data}`.slice(-20_000)
  })
  const origin = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> }).on(
      'line',
      (line) => {
        const ready = /^ready (http\S+)$/.exec(line)
        if (ready?.[1]) resolve(ready[1].replace('localhost', '127.0.0.1'))
        else printed.push(line)
      },
    )
    gone.then(([code]) => reject(new Error(`exit ${code}: ${printed.join('\n')}${complaints}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const [code] = await gone
    return code as number | null
  }
  return {
    origin,
    dataDir,
    pid: child.pid as number,
    printed,
    gone: gone.then(([code, signal]) => code ?? signal),
    complaints: () => complaints,
    said: async (words) => {
      while (!complaints.includes(words)) await once(child.stderr as Readable, 'data')
    },
    signal: (name) => child.kill(name),
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL')
    },
    forget: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}
