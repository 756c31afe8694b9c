// The servers measured beside our own: installed on demand, each a process of its own.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import type { Line } from '../kit/seat'
import { newDataDir } from '../kit/start-server'
import type { Running, Subject } from './subject'

const folder = join(import.meta.dirname, 'peers')

/** What the peers are made of, by their own lock file; nothing of it runs while it is installed. */
export function installPeers(): void {
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return
  const wish = ['ci', '--no-audit', '--no-fund', '--ignore-scripts']
  execFileSync('npm', wish, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

interface Program {
  readonly script: string
  env?(dataDir: string): Record<string, string>
  line(origin: string, room: string): Line
}

const nothing = new Uint8Array(0)
const yWebsocketLine = (origin: string, room: string): Line => ({
  socket: new WebSocket(`${origin}/${room}`),
  prefix: nothing,
  hello: [],
})

/** Every message names the document; a token comes first, and no hook asks what it says. */
function hocuspocusLine(origin: string, room: string): Line {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  const prefix = encoding.toUint8Array(encoder)
  const auth = Uint8Array.of(2, 0, 0)
  return { socket: new WebSocket(origin), prefix, hello: [Buffer.concat([prefix, auth])] }
}

async function startPeer(program: Program, given?: string): Promise<Running> {
  const dataDir = given ?? newDataDir()
  const port = await freePort()
  const child = spawn(process.execPath, [join(folder, program.script)], {
    cwd: folder,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...program.env?.(dataDir) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'exit')
  let complaints = ''
  child.stderr.on('data', (data) => {
    complaints = `${complaints}${data}`.slice(-5000)
  })
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('running')) resolve()
    })
    gone.then(([code]) => reject(new Error(`${program.script}: exit ${code}\n${complaints}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await gone
  }
  const origin = `ws://127.0.0.1:${port}`
  let rooms = 0
  return {
    pid: child.pid as number,
    dataDir,
    newRoom: async () => `room-${process.pid}-${Date.now()}-${rooms++}`,
    dial: (room) => program.line(origin, room),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    forget: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

function subject(
  name: string,
  label: string,
  program: Program,
  traits: Partial<Subject> = {},
): Subject {
  return {
    name,
    label,
    isDurable: false,
    isRelay: false,
    acknowledges: false,
    isYardstick: false,
    ...traits,
    start: (dataDir) => startPeer(program, dataDir),
  }
}

const yWebsocket = {
  script: 'node_modules/@y/websocket-server/src/server.js',
  line: yWebsocketLine,
}
const hocuspocus = { script: 'hocuspocus.mjs', line: hocuspocusLine }
const isDurable = true
const isYardstick = true

export const peers: readonly Subject[] = [
  subject(
    'bare',
    'bare ws',
    { script: 'bare.mjs', line: yWebsocketLine },
    { isRelay: true, isYardstick },
  ),
  subject('y-memory', 'y-websocket', yWebsocket),
  subject(
    'y-leveldb',
    'y-websocket, LevelDB',
    { ...yWebsocket, env: (dataDir) => ({ YPERSISTENCE: join(dataDir, 'level') }) },
    { isDurable },
  ),
  subject('hocuspocus-memory', 'Hocuspocus', hocuspocus),
  subject(
    'hocuspocus-sqlite',
    'Hocuspocus, SQLite',
    { ...hocuspocus, env: (dataDir) => ({ DATABASE: join(dataDir, 'papers.sqlite') }) },
    { isDurable, isYardstick },
  ),
]
