// What this browser keeps of papers: one database a person and paper, and work the server refused.
import { clearDocument } from 'y-indexeddb'

const prefix = 'banthao'
export const databaseName = (personId: string, documentId: string) =>
  `${prefix}.${personId}.${documentId}`
const unsentPrefix = (personId: string, documentId = '') =>
  `${prefix}.unsent.${personId}.${documentId && `${documentId}.`}`
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

/** Of one window: the epoch of its changes that the server has not acknowledged, and their count. */
export interface UnsentMark {
  readonly epoch: number
  readonly changes: number
}

/** Each window keeps a mark of its own: one that is done says nothing about another's words. */
export function markUnsent(
  personId: string,
  documentId: string,
  windowId: string,
  mark: UnsentMark | null,
): void {
  const value = mark && `${mark.epoch} ${mark.changes}`
  store(unsentPrefix(personId, documentId) + windowId, value)
}
/** The marks that stand now, by their keys. */
export function unsentMarks(personId: string, documentId: string): ReadonlyMap<string, string> {
  const keys = keysUnder(unsentPrefix(personId, documentId))
  return new Map(keys.map((key) => [key, localStorage.getItem(key) ?? '']))
}
/** What stood under these marks is safe; a window that wrote on meanwhile keeps its own. */
export function clearMarks(marks: ReadonlyMap<string, string>): void {
  for (const [key, value] of marks) if (localStorage.getItem(key) === value) store(key, null)
}
/** The earliest epoch in which unacknowledged changes were made; `null` when there are none. */
export function unsentSince(personId: string, documentId: string): number | null {
  const epochs = [...unsentMarks(personId, documentId).values()].map((mark) => parseInt(mark, 10))
  return epochs.length === 0 ? null : Math.min(...epochs)
}

/** Text that its author wrote and the server did not take; kept until dismissed. */
export interface RefusedWork {
  readonly documentId: string
  readonly at: string
  readonly text: string
}

/** The later text, and below it the lines that only the earlier one has. */
function together(earlier: string, later: string): string {
  const known = new Set(later.split('\n'))
  return [later, ...earlier.split('\n').filter((line) => !known.has(line))].join('\n')
}

/**
 * Adds to what is kept already, as another window may have done; gives all of it. When the
 * browser could not keep it, it lives only in the open page.
 */
export function keepRefused(personId: string, work: RefusedWork): RefusedWork {
  const earlier = refusedWork(personId, work.documentId)
  const all = earlier ? { ...work, text: together(earlier.text, work.text) } : work
  store(refusedPrefix(personId) + work.documentId, JSON.stringify(all))
  return all
}
export function refusedWork(personId: string, documentId: string): RefusedWork | null {
  const kept = localStorage.getItem(refusedPrefix(personId) + documentId)
  return kept === null ? null : (JSON.parse(kept) as RefusedWork)
}
/** Calls back when another window keeps or dismisses refused work; until the result is called. */
export function onRefusedElsewhere(personId: string, documentId: string, hear: () => void) {
  const heard = ({ key }: StorageEvent) => {
    if (key === refusedPrefix(personId) + documentId) hear()
  }
  window.addEventListener('storage', heard)
  return () => window.removeEventListener('storage', heard)
}
export function dismissRefused(personId: string, documentId: string): void {
  store(refusedPrefix(personId) + documentId, null)
}

/** Deletes the copy of one paper, with its marks. */
export async function forgetPaper(personId: string, documentId: string): Promise<void> {
  clearMarks(unsentMarks(personId, documentId))
  await clearDocument(databaseName(personId, documentId)).catch((cause) =>
    console.warn('indexeddb', cause),
  )
}

/** Whether something this person wrote exists in this browser only: ask before forgetting it. */
export function hasUnsentWork(personId: string): boolean {
  const marks = keysUnder(unsentPrefix(personId))
  return marks.length + keysUnder(refusedPrefix(personId)).length > 0
}

/** At sign-out: the next person at this computer finds nothing. */
export async function forgetLocalCopies(personId: string): Promise<void> {
  for (const key of [...keysUnder(unsentPrefix(personId)), ...keysUnder(refusedPrefix(personId))])
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
