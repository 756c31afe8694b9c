// The one window on the server: typed calls, and refusals as errors.
import { type ClientResponse, hc } from 'hono/client'
import type { App } from '../server/app'
import { type More, type RefusalCode, refusals } from '../shared/refusals'
import { newId } from './pieces/new-id'

/** A line that is cut without a word would hold a form, or a list, for as long as the browser bears it. */
const patienceMs = 60_000

/** What was posted and not answered, and the key under which it went: sent again, it is done once. [H6] */
const unanswered = new Map<string, string>()

/** As `fetch`; a post that is sent again after its answer was lost bears the same key. */
async function keyedFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  if (init.method !== 'POST' || typeof init.body !== 'string') return patientFetch(input, init)
  const what = `${input}\n${init.body}`
  const key = unanswered.get(what) ?? newId()
  unanswered.set(what, key)
  const headers = new Headers(init.headers)
  headers.set('idempotency-key', key)
  const response = await patientFetch(input, { ...init, headers })
  unanswered.delete(what)
  return response
}

/** Gives up waiting for the first byte of an answer; files on their way to the server take what they take. */
async function patientFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  if (init?.body instanceof FormData) return fetch(input, init)
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), patienceMs)
  try {
    return await fetch(input, { ...init, signal: patience.signal })
  } finally {
    clearTimeout(timer)
  }
}

export const api = hc<App>('/', { fetch: keyedFetch }).api

/** The server's "no"; show `refusal.<code>`. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly more: More
  constructor(code: RefusalCode, more: More = {}) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.more = more
  }
}

/** The server could not be reached or failed: what was typed is still with the caller. */
export class Unreachable extends Error {}

/** Awaits a call and returns its JSON. Throws Refused or Unreachable. */
export async function call<T>(request: Promise<ClientResponse<T>>): Promise<T> {
  const response = await request.catch((cause) => {
    throw new Unreachable('no answer', { cause })
  })
  if (response.ok) return (await response.json()) as T
  const body = await response.json().catch(() => ({}))
  const { refused: code, ...more } = body as { refused?: string } & More
  if (code !== undefined && code in refusals) throw new Refused(code as RefusalCode, more)
  throw new Unreachable(`status ${response.status}`)
}
