// What acts are handed: the store, the rooms, the clock, and the ways to tell.
import { randomBytes } from 'node:crypto'
import type { SessionView } from '../shared/events'
import type { Session } from '../shared/records/session'
import type { Throttle } from './auth/throttle'
import type { Config } from './config'
import type { Hub } from './rooms/hub'
import type { Blobs, Reader, Records, UpdateLog } from './stores/contract'

export interface Services {
  readonly config: Config
  readonly records: Records
  readonly log: UpdateLog
  readonly blobs: Blobs
  readonly hub: Hub
  readonly throttle: Throttle
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly newId: () => string
}

/** 96 random bits, in letters that need no escaping anywhere. */
export const randomId = (): string => randomBytes(12).toString('base64url')

export const isoNow = ({ clock }: Pick<Services, 'clock'>): string =>
  new Date(clock()).toISOString()

/** A session as its readers see it. */
export async function viewOf(records: Reader, session: Session): Promise<SessionView> {
  const { cellId: _, ...shown } = session
  const threads = await records.find('threads', { sessionId: session.id })
  const standing = threads.filter(({ state }) => state !== 'withdrawn')
  const open = standing.filter(({ state }) => state === 'open')
  return { ...shown, threadCount: standing.length, openThreadCount: open.length }
}

/** After a session's record changed: sockets lose or gain their rights, readers hear of it. */
export async function announce(services: Services, session: Session): Promise<SessionView> {
  await services.hub.recheckSession(session)
  const view = await viewOf(services.records, session)
  services.hub.live.tell(session.id, { type: 'session', session: view })
  return view
}
