// What this browser keeps of papers: one database a person and paper, and work the server refused.
import { clearDocument } from 'y-indexeddb'

const prefix = 'banthao'
export const databaseName = (personId: string, documentId: string) =>
  `${prefix}.${personId}.${documentId}`
const unsentKey = (personId: string, documentId: string) =>
  `${prefix}.unsent.${personId}.${documentId}`
const refusedPrefix = (personId: string) => `${prefix}.refused.${personId}.`

/** Storage may be full or forbidden; the paper goes on without it. */
function store(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
    return true
  } catch (cause) {
    console.warn('local storage', cause)
    return false
  }
}
const keysUnder = (start: string) =>
  Object.keys(localStorage).filter((key) => key.startsWith(start))

/** Set while this browser holds changes that the server has not acknowledged. */
export function markUnsent(personId: string, documentId: string, epoch: number | null): void {
  store(unsentKey(personId, documentId), epoch === null ? null : String(epoch))
}
/** The epoch in which unacknowledged changes were made; `null` when there are none. */
export function unsentSince(personId: string, documentId: string): number | null {
  const epoch = localStorage.getItem(unsentKey(personId, documentId))
  return epoch === null ? null : Number(epoch)
}

/** Text that its author wrote and the server did not take; kept until dismissed. */
export interface RefusedWork {
  readonly documentId: string
  readonly at: string
  readonly text: string
}

/** False when the browser could not keep it: then it lives only in the open page. */
export function keepRefused(personId: string, work: RefusedWork): boolean {
  return store(refusedPrefix(personId) + work.documentId, JSON.stringify(work))
}
export function refusedWork(personId: string, documentId: string): RefusedWork | null {
  const kept = localStorage.getItem(refusedPrefix(personId) + documentId)
  return kept === null ? null : (JSON.parse(kept) as RefusedWork)
}
export function dismissRefused(personId: string, documentId: string): void {
  store(refusedPrefix(personId) + documentId, null)
}

/** Deletes the copy of one paper, with its mark. */
export async function forgetPaper(personId: string, documentId: string): Promise<void> {
  markUnsent(personId, documentId, null)
  await clearDocument(databaseName(personId, documentId)).catch((cause) =>
    console.warn('indexeddb', cause),
  )
}

/** Whether something this person wrote exists in this browser only: ask before forgetting it. */
export function hasUnsentWork(personId: string): boolean {
  const marks = keysUnder(unsentKey(personId, ''))
  return marks.length + keysUnder(refusedPrefix(personId)).length > 0
}

/** At sign-out: the next person at this computer finds nothing. */
export async function forgetLocalCopies(personId: string): Promise<void> {
  for (const key of [...keysUnder(unsentKey(personId, '')), ...keysUnder(refusedPrefix(personId))])
    store(key, null)
  if (!('indexedDB' in window)) return
  const known = await indexedDB.databases().catch(() => [])
  const mine = known.flatMap(({ name }) =>
    name?.startsWith(databaseName(personId, '')) ? [name] : [],
  )
  await Promise.all(
    mine.map((name) => clearDocument(name).catch((cause) => console.warn('indexeddb', cause))),
  )
}
