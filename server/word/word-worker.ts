// Worker thread: reads Word files, and weaves their text into updates.

import type { ImportRefusal } from '../../shared/facts/import-report'
import type { RefusalCode } from '../../shared/refusals'
import { type ReadWord, readWord, Secret } from './read-word'
import { Overlong, Unreadable } from './unreadable'

/** Errors lose what they are on their way between threads. */
export type WordAnswer =
  | ({ readonly ok: true } & ReadWord)
  | { readonly ok: false; readonly code: RefusalCode; readonly why?: ImportRefusal }

export async function read(bytes: Uint8Array): Promise<WordAnswer> {
  try {
    return { ok: true, ...(await readWord(bytes)) }
  } catch (error) {
    if (error instanceof Overlong) return { ok: false, code: 'too-large' }
    if (error instanceof Secret) return { ok: false, code: 'state-secret' }
    if (error instanceof Unreadable) return { ok: false, code: 'unreadable-file', why: error.why }
    throw error
  }
}

export { weave } from './weave'
