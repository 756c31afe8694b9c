// The WebSocket doors /sync/:documentId and /live/:sessionId.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { parse } from 'hono/utils/cookie'
import { WebSocketServer } from 'ws'
import { colourOf } from '../shared/person-colour'
import { schemaParameter, schemaVersion } from '../shared/protocol'
import type { Login, Person } from '../shared/records/person'
import { type RefusalCode, refusals } from '../shared/refusals'
import { standingOf } from './auth/access'
import { personOf } from './auth/logins'
import { isForeign } from './auth/origin'
import { logError } from './log'
import type { Line } from './rooms/connection'
import type { Services } from './services'

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

const sync: Door = async ({ records, hub }, line, id, query, { person, login }) => {
  const asked = query.get(schemaParameter)
  if (asked !== null && asked !== String(schemaVersion)) return 'old-schema'
  const document = await records.get('documents', id)
  const session = document && (await records.get('sessions', document.sessionId))
  if (!document || !session || session.cellId !== person.cellId) return 'not-yours'
  const role = standingOf(person, session).seats[0] ?? person.posts[0] ?? 'member'
  const color = colourOf(person.id)
  return hub.join(line, document, { person, loginId: login.id, role, color })
}

const live: Door = ({ hub }, { socket }, id, _query, { person, login }) =>
  hub.live.join(socket, id, { person, loginId: login.id })

const doors: Record<string, Door> = { sync, live }

/** A refused upgrade would make the stock client try for ever: 101 first, then a close with its code. */
export function openDoors(server: Server, services: Services): WebSocketServer {
  const { config } = services
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: config.maxFrameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  })

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://door')
    const [, name = '', id = '', ...rest] = url.pathname.split('/')
    const door = doors[name]
    // Before the 101: a page of another site never gets a socket.
    if (!door || rest.length > 0 || isForeign(request.headers, config.publicUrl)) {
      stream.end(`HTTP/1.1 ${door ? 403 : 404} Refused\r\nConnection: close\r\n\r\n`)
      return
    }
    const cookies = parse(request.headers.cookie ?? '')
    const secret = cookies['__Host-sid'] ?? cookies.sid
    const who = await personOf(services.records, secret, services.clock())
    const documentId = decodeURIComponent(id)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // Also before anybody is let in: an unheard error would end the process.
      socket.on('error', () => socket.terminate())
      const entering = who
        ? door(services, { socket, stream }, documentId, url.searchParams, who)
        : Promise.resolve('not-signed-in' as const)
      entering
        .then((refused) => {
          if (refused) socket.close(refusals[refused].close ?? 4500, refused)
        })
        .catch((error) => {
          logError('socket', error)
          socket.close(4500, 'unexpected')
        })
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
