// The Hono app: which route stands where, and how every "no" is said. Its type is the client's API.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { type More, Refusal, type RefusalCode, refusals } from '../shared/refusals'
import { after, opinions } from './api/after'
import { absences, addresses, before } from './api/before'
import { cell } from './api/cell'
import { documents } from './api/documents'
import { dossiers } from './api/dossier'
import { type Env, heardOut, ownOrigin } from './api/guard'
import { guestLinks, sessionGuests } from './api/guest-links'
import { health } from './api/health'
import { documentImages, images } from './api/images'
import { imports } from './api/import'
import { login } from './api/login'
import { meeting, votes } from './api/meeting'
import { looks, news } from './api/news'
import { notes, sessionNotes } from './api/notes'
import { people } from './api/people'
import { reaches, roomChecks } from './api/room-check'
import { sessions } from './api/sessions'
import { taskReports, tasks } from './api/tasks'
import { templates } from './api/templates'
import { threads } from './api/threads'
import { versions } from './api/versions'
import { logError } from './log'
import type { Services } from './services'

const api = new Hono<Env>()
  .route('/', login)
  .route('/people', people)
  .route('/cell', cell)
  .route('/sessions', sessions)
  .route('/sessions', sessionNotes)
  .route('/sessions', meeting)
  .route('/votes', votes)
  .route('/sessions', before)
  .route('/sessions', sessionGuests)
  .route('/guest-links', guestLinks)
  .route('/sessions', roomChecks)
  .route('/reach', reaches)
  .route('/absences', absences)
  .route('/addresses', addresses)
  .route('/sessions', after)
  .route('/opinions', opinions)
  .route('/tasks', tasks)
  .route('/sessions', taskReports)
  .route('/sessions', dossiers)
  .route('/notes', notes)
  .route('/documents', documents)
  .route('/documents', looks)
  .route('/documents', documentImages)
  .route('/images', images)
  .route('/documents', imports)
  .route('/news', news)
  .route('/templates', templates)
  .route('/threads', threads)
  .route('/versions', versions)

const refuse = (code: RefusalCode, more: More = {}) =>
  Response.json({ refused: code, ...more }, { status: refusals[code].status })

/** JSON bodies are small; a paper's text never comes this way. */
const maxBodyBytes = 256 * 1024
const jsonLimit = bodyLimit({ maxSize: maxBodyBytes, onError: () => refuse('too-large') })
/** Doors that take a file and bound it themselves, once they know who sends it. */
const takesFile = (method: string, path: string) =>
  method === 'POST' && /^\/api\/documents\/[\w-]+\/(images|import)$/.test(path)

export function makeApp(services: Services) {
  const app = new Hono<Env>()
    .use(async (context, next) => {
      context.set('services', services)
      await next()
    })
    .use(
      secureHeaders({
        contentSecurityPolicy: {
          defaultSrc: ["'self'"],
          // The editor places carets and column widths by style attributes.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
        // A school's LAN is plain http: a promise of https would lock people out.
        strictTransportSecurity: services.config.publicUrl?.protocol === 'https:',
        crossOriginEmbedderPolicy: false,
        crossOriginOpenerPolicy: false,
        originAgentCluster: false,
      }),
    )
    .use('/api/*', ownOrigin)
    .use('/api/*', (context, next) =>
      takesFile(context.req.method, context.req.path)
        ? heardOut(context, next)
        : jsonLimit(context, next),
    )
    .use('/api/*', async (context, next) => {
      await next()
      if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store')
    })
    .route('/', health)
    .route('/api', api)
  app.all('/api/*', () => refuse('not-found'))
  app.onError((error) => {
    if (error instanceof Refusal) return refuse(error.code, error.more)
    if (error instanceof HTTPException) return refuse('unreadable-request')
    logError('request', error)
    return Response.json({ refused: 'unexpected' }, { status: 500 })
  })
  return app
}
export type App = ReturnType<typeof makeApp>
