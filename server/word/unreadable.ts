// Why a file cannot be imported, in words that the screens know.
import type { ImportRefusal } from '../../shared/facts/import-report'

/** Thrown while a file is read; never crosses the door of the worker. */
export class Unreadable extends Error {
  readonly why: ImportRefusal
  constructor(why: ImportRefusal) {
    super(why)
    this.why = why
  }
}

/** More than is taken in. */
export class Overlong extends Error {}
