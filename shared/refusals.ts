// Every "no" of the program: code → HTTP status and WebSocket close code; its words are `refusal.<code>`.
import type { Missing } from './facts/missing'

const http = (status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 503) => ({ status, close: null })
const both = (status: 400 | 401 | 403 | 409 | 413 | 429 | 503, close: number) => ({ status, close })

export const refusals = {
  'unreadable-request': http(400),
  'unreadable-file': http(400),
  'reason-required': http(400),
  'evidence-required': http(400),
  'weak-password': http(400),
  'unknown-person': http(400),
  'not-a-reader': http(400),
  'state-secret': http(400),
  'bad-window': http(400),
  'too-many-votes': http(400),
  'not-a-picture': http(400),
  'unknown-field': http(400),
  'empty-template': http(400),
  'not-signed-in': both(401, 4401),
  'bad-credentials': http(401),
  'foreign-origin': http(403),
  'not-yours': both(403, 4403),
  'not-found': http(404),
  'link-used': http(404),
  'not-now': http(409),
  'window-closed': http(409),
  'no-presenter': http(409),
  'outline-empty': http(409),
  'draft-empty': http(409),
  'not-passed': http(409),
  'no-attendance': http(409),
  'no-conclusion': http(409),
  'not-present': http(409),
  'already-voted': http(409),
  'already-recorded': http(409),
  'vote-over': http(409),
  'vote-open': http(409),
  'minutes-empty': http(409),
  'not-agreed': http(409),
  'minutes-agreed': http(409),
  'already-signed': http(409),
  'minutes-closed': http(409),
  overtaken: http(409),
  'changed-meanwhile': http(409),
  unanswered: http(409),
  'task-incomplete': http(409),
  'quote-mismatch': http(409),
  'already-answered': http(409),
  'comment-withdrawn': http(409),
  'note-released': http(409),
  'not-a-speech': http(409),
  'words-changed': http(409),
  'words-gone': http(409),
  'words-stand': http(409),
  'across-paragraphs': http(409),
  'username-taken': http(409),
  'already-set-up': http(409),
  'last-secretary': http(409),
  'pictures-full': http(409),
  'too-large': both(413, 1009),
  'picture-too-large': http(413),
  'too-many-tries': http(429),
  'too-many-connections': both(429, 4529),
  'bad-update': both(400, 4400),
  'read-only': both(403, 4403),
  frozen: both(409, 4409),
  'old-schema': both(409, 4409),
  'too-slow': both(429, 4508),
  busy: http(503),
  stopping: both(503, 4503),
} as const
export type RefusalCode = keyof typeof refusals

/** Which of a code's causes it was, or what is missing; sent beside the code. */
export interface More {
  readonly why?: string
  readonly missing?: readonly Missing[]
}

/** An expected no. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly more: More
  constructor(code: RefusalCode, more: More = {}) {
    super(more.why === undefined ? code : `${code}: ${more.why}`)
    this.name = 'Refusal'
    this.code = code
    this.more = more
  }
}
