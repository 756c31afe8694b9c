// The WebSocket doors /sync/:documentId and /live/:sessionId.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { parse } from 'hono/utils/cookie'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import { colourOf } from '../shared/person-colour'
import { schemaParameter, schemaVersion } from '../shared/protocol'
import type { Login, Person } from '../shared/records/person'
import { type RefusalCode, refusals } from '../shared/refusals'
import { standingOf } from './auth/access'
import { personOf } from './auth/logins'
import { isForeign } from './auth/origin'
import { logError } from './log'
import { Allowance } from './rooms/allowance'
import type { Line } from './rooms/connection'
import type { Services } from './services'
import { noteOpening } from './work/openings'

/** A peer that does not answer our close is dropped. */
const closeWithinMs = 3000
/** Pings and pongs a second from one socket. */
const maxControlFramesPerSecond = 100
/** Bits of TCP in which one message may come: 1 MiB over the narrowest line is 2,000. */
const maxChunks = 8192

type Door = (
  services: Services,
  line: Line,
  id: string,
  query: URLSearchParams,
  who: {
    person: Person
    login: Login
  },
) => Promise<RefusalCode | null>

const sync: Door = async (services, line, id, query, { person, login }) => {
  const { records, hub } = services
  const asked = query.get(schemaParameter)
  if (asked !== null && asked !== String(schemaVersion)) return 'old-schema'
  const document = await records.get('documents', id)
  const session = document && (await records.get('sessions', document.sessionId))
  if (!document || !session || session.cellId !== person.cellId) return 'not-yours'
  const role = standingOf(person, session).seats[0] ?? person.posts[0] ?? 'member'
  const color = colourOf(person.id)
  const refused = await hub.join(line, document, { person, loginId: login.id, role, color })
  // Minutes are not read to prepare oneself.
  if (refused === null && document.paper !== 'minutes') {
    noteOpening(services, person, session.id, id).catch((error) => logError('opening', error))
  }
  return refused
}

const live: Door = ({ hub }, { socket }, id, query, { person, login }) =>
  hub.live.join(socket, id, { person, loginId: login.id, wantsBeat: query.has('beat') })

const doors: Record<string, Door> = { sync, live }

/** How many sockets each person has, those that are still entering or closing included. */
class Seats {
  readonly #taken = new Map<string, number>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** False when there is none left. */
  take(personId: string, socket: WebSocket): boolean {
    const taken = this.#taken.get(personId) ?? 0
    if (taken >= this.#most) return false
    this.#taken.set(personId, taken + 1)
    socket.once('close', () => {
      const left = (this.#taken.get(personId) ?? 1) - 1
      if (left > 0) this.#taken.set(personId, left)
      else this.#taken.delete(personId)
    })
    return true
  }
}

/** The library answers pings by itself, however many: they count as nothing else does. */
function boundControlFrames(socket: WebSocket, clock: () => number): void {
  const allowance = new Allowance(maxControlFramesPerSecond, clock())
  const count = () => {
    if (allowance.take(1, clock()) > 0) socket.terminate()
  }
  socket.on('ping', count)
  socket.on('pong', count)
}

/** Rejects when `work` takes longer. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Says no before the 101; a peer that keeps its side open is not waited for. */
function turnAway(stream: Duplex, status: 403 | 404): void {
  stream.once('finish', () => stream.destroy())
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`)
}

/** What a path names; `null` for one that is none. */
function placeOf(path: string) {
  try {
    const url = new URL(path, 'http://door')
    const [, name = '', id = '', ...rest] = url.pathname.split('/')
    const door = rest.length === 0 && Object.hasOwn(doors, name) ? doors[name] : undefined
    return door ? { door, id: decodeURIComponent(id), query: url.searchParams } : null
  } catch {
    // Neither a URL nor, perhaps, sound percent signs.
    return null
  }
}

/** A refused upgrade would make the stock client try for ever: 101 first, then a close with its code. */
export function openDoors(server: Server, services: Services): WebSocketServer {
  const { config } = services
  const seats = new Seats(config.maxConnectionsPerPerson)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: config.maxFrameBytes,
    perMessageDeflate: false,
    clientTracking: false,
    closeTimeout: closeWithinMs,
    maxBufferedChunks: maxChunks,
  } as ServerOptions)

  async function enter(
    { door, id, query }: NonNullable<ReturnType<typeof placeOf>>,
    line: Line,
    who: { person: Person; login: Login } | null,
  ): Promise<RefusalCode | null> {
    if (!who) return 'not-signed-in'
    if (!seats.take(who.person.id, line.socket)) return 'too-many-connections'
    return door(services, line, id, query, who)
  }

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const place = placeOf(request.url ?? '/')
    if (!place) return turnAway(stream, 404)
    // Before the 101: a page of another site never gets a socket.
    if (isForeign(request.headers, config.publicUrl)) return turnAway(stream, 403)
    const cookies = parse(request.headers.cookie ?? '')
    const secret = cookies['__Host-sid'] ?? cookies.sid
    const finding = personOf(services.records, secret, services.clock())
    const who = await within(config.authenticateWithinMs, finding)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // The one listener at both doors: an unheard error would end the process. `close` follows.
      socket.on('error', () => socket.terminate())
      boundControlFrames(socket, services.clock)
      // Frames sent before one is let in wait in the socket.
      socket.pause()
      enter(place, { socket, stream }, who)
        .then((refused) => {
          if (refused) socket.close(refusals[refused].close ?? 4500, refused)
        })
        .catch((error) => {
          logError('socket', error)
          socket.close(4500, 'unexpected')
        })
        // A refused socket reads on too, or it would never hear its close answered.
        .finally(() => socket.resume())
    })
  }

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy())
    upgrade(request, stream, head).catch((error) => {
      logError('upgrade', error)
      stream.destroy()
    })
  })
  return sockets
}
