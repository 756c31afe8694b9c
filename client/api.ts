// The one window on the server: typed calls, and refusals as errors.
import { type ClientResponse, hc } from 'hono/client'
import type { App } from '../server/app'
import { type RefusalCode, refusals } from '../shared/refusals'

export const api = hc<App>('/').api

/** The server's "no"; show `refusal.<code>`. */
export class Refused extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.name = 'Refused'
    this.code = code
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
  const code = (body as { refused?: string }).refused
  if (code !== undefined && code in refusals) throw new Refused(code as RefusalCode)
  throw new Unreachable(`status ${response.status}`)
}
