// Earlier moments of a live paper: kept, listed, read, and thinned so that they stay few.
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { Point } from '../../shared/records/point'
import { makeMoment } from '../rooms/copies'
import type { KeptMoment } from '../rooms/copy-worker'
import type { Moment } from '../rooms/moment'
import type { Services } from '../services'
import type { Reader } from '../stores/contract'
import { thinned } from './thinning'

const inflate = promisify(inflateRaw)

export interface Kept {
  readonly at: number
  readonly sha256: string
}

const unpacked = async (bytes: Uint8Array): Promise<Moment> =>
  JSON.parse((await inflate(bytes)).toString('utf8')) as Moment

/** A paper as it stands, not read yet. */
export type Standing = Parameters<typeof makeMoment>[0]

export const standing = (hub: Services['hub'], documentId: string): Promise<Standing> =>
  hub.use(documentId, async (room) => ({ state: await room.state(), authors: room.authors() }))

/** The text as it stands, with who wrote what; made beside everything else. */
const momentNow = async (hub: Services['hub'], documentId: string): Promise<KeptMoment> =>
  makeMoment(await standing(hub, documentId))

/** The next reading of each paper: who asks while one is made shares the one after it. */
const waiting = new Map<string, Promise<Moment>>()
const making = new Map<string, Promise<unknown>>()

/** As new as the moment at which it is asked for, however many ask. */
export function readNow(hub: Services['hub'], documentId: string): Promise<Moment> {
  const known = waiting.get(documentId)
  if (known) return known
  const before = making.get(documentId) ?? Promise.resolve()
  const next = before.then(async () => {
    waiting.delete(documentId)
    return unpacked((await momentNow(hub, documentId)).bytes)
  })
  waiting.set(documentId, next)
  const ended = next.then(
    () => null,
    () => null,
  )
  making.set(documentId, ended)
  void ended.then(() => making.get(documentId) === ended && making.delete(documentId))
  return next
}

/** Durable when it resolves. Of a paper as it stood then, or as it stands now. */
export async function keepMoment(
  { hub, moments, clock }: Pick<Services, 'hub' | 'moments' | 'clock'>,
  documentId: string,
  then?: { readonly at: number; readonly stood: Standing },
): Promise<Kept> {
  const { sha256, bytes } = await (then ? makeMoment(then.stood) : momentNow(hub, documentId))
  const at = then?.at ?? clock()
  await moments.put(documentId, at, bytes)
  return { at, sha256 }
}

/** `null` when it is not there, or no longer. */
export async function readMoment(
  { moments }: Pick<Services, 'moments'>,
  documentId: string,
  at: number,
): Promise<Moment | null> {
  const bytes = await moments.get(documentId, at)
  if (!bytes) return null
  return unpacked(bytes)
}

export const pointsOf = (records: Reader, documentId: string): Promise<Point[]> =>
  records.find('points', { documentId })

/** Those that nobody named grow fewer the longer they are past. */
export async function thin(
  { moments, records, clock }: Pick<Services, 'moments' | 'records' | 'clock'>,
  documentId: string,
): Promise<void> {
  const named = new Set((await pointsOf(records, documentId)).map(({ moment }) => moment))
  const all = await moments.list(documentId)
  const gone = thinned(
    all.filter(({ at }) => !named.has(at)),
    clock(),
  )
  if (gone.length > 0) await moments.remove(documentId, gone)
}
