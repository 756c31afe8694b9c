// The one window on the server: typed calls, and refusals as errors.
import { type ClientResponse, hc } from 'hono/client'
import type { App } from '../server/app'
import { type RefusalCode, refusals } from '../shared/refusals'

export const api = hc<App>('/').api

/** The server's "no"; show `refusal.<code>`. */
export class Refused extends Error {
  readonly code: RefusalCode
  /** What is more to say, where one code has many causes. */
  readonly why: string | undefined
  constructor(code: RefusalCode, why?: string) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.why = why
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
  const { refused: code, why } = body as { refused?: string; why?: string }
  if (code !== undefined && code in refusals) throw new Refused(code as RefusalCode, why)
  throw new Unreachable(`status ${response.status}`)
}
