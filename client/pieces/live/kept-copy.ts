// Asks the browser's own copy of a paper what it has really taken.
import type { IndexeddbPersistence } from 'y-indexeddb'

/** Where y-indexeddb writes every update. */
const updates = 'updates'

/**
 * Resolves when everything that was given to the copy before is in its database: a question to a
 * store waits for the writes that were asked of it earlier. Rejects when the database is closed.
 */
async function whenTaken(db: IDBDatabase): Promise<void> {
  const asked = db.transaction(updates, 'readonly')
  await new Promise<void>((done, failed) => {
    asked.oncomplete = () => done()
    asked.onabort = () => failed(asked.error)
    asked.objectStore(updates).count()
  })
}

/**
 * Calls `taken` with the count of changes that are in the copy, after each call of the result; one
 * question at a time, for all that was `changes()` until then.
 */
export function watchKept(
  copy: IndexeddbPersistence,
  changes: () => number,
  taken: (changes: number) => void,
): () => void {
  let isAsking = false
  const ask = async (db: IDBDatabase) => {
    let asked: number
    do {
      asked = changes()
      await whenTaken(db)
      taken(asked)
    } while (asked < changes())
  }
  return () => {
    if (isAsking || !copy.synced || !copy.db) return
    isAsking = true
    ask(copy.db)
      .catch((cause) => console.warn('indexeddb', cause))
      .finally(() => {
        isAsking = false
      })
  }
}
