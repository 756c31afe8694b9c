// Who asks, from where, and in what form: the checks in front of every route.
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { validator } from 'hono/validator'
import type { z } from 'zod'
import type { Login, Person } from '../../shared/records/person'
import { Refusal } from '../../shared/refusals'
import { personOf } from '../auth/logins'
import { isForeign } from '../auth/origin'
import type { Services } from '../services'
import { signOut } from '../work/people'
import { once } from './once'

export interface Variables {
  services: Services
  person: Person
  login: Login
}
export type Env = { Variables: Variables }

const cookieOf = (context: Context) =>
  getCookie(context, 'sid', 'host') ?? getCookie(context, 'sid')

/** Under https the name itself binds the cookie to this host; on a plain LAN that is not to be had. */
const isSecure = (context: Context<Env>) =>
  context.var.services.config.publicUrl?.protocol === 'https:'

export function keepCookie(context: Context<Env>, secret: string): void {
  const kept = { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 14 * 24 * 3600 } as const
  if (isSecure(context))
    setCookie(context, 'sid', secret, { ...kept, secure: true, prefix: 'host' })
  else setCookie(context, 'sid', secret, kept)
}

export function dropCookie(context: Context<Env>): void {
  if (isSecure(context)) deleteCookie(context, 'sid', { path: '/', secure: true, prefix: 'host' })
  else deleteCookie(context, 'sid', { path: '/' })
}

/** The address a request came from; forwarding headers are believed by nobody. */
export const addressOf = (context: Context): string =>
  getConnInfo(context).remote.address ?? 'unknown'

/** Every method but the safe ones must come from our own pages, or from no page at all. */
export const ownOrigin = createMiddleware<Env>(async (context, next) => {
  const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)
  if (!isSafe && isForeign(context.req.header(), context.var.services.config.publicUrl)) {
    throw new Refusal('foreign-origin')
  }
  await next()
})

/** More than any file that is taken; who sends more is cut off. */
const mostHeardOut = 64 * 1024 * 1024

/**
 * Whoever is refused while still sending would hear of a broken line instead of the refusal: what is
 * left of a file is read to its end, up to a bound, and forgotten.
 */
export const heardOut = createMiddleware<Env>(async (context, next) => {
  await next()
  const { body, bodyUsed } = context.req.raw
  if (!body || bodyUsed || body.locked) return
  let left = mostHeardOut
  const reader = body.getReader()
  // A line that breaks meanwhile has nobody left to hear.
  const piece = () => reader.read().catch(() => ({ done: true, value: undefined }) as const)
  while (left > 0) {
    const { done, value } = await piece()
    if (done) return
    left -= value.length
  }
})

/** Reads the JSON body in the form given. Throws `unreadable-request`. */
export const body = <Form extends z.ZodType>(form: Form) =>
  validator('json', (value): z.output<Form> => {
    const read = form.safeParse(value)
    if (!read.success) throw new Refusal('unreadable-request')
    return read.data
  })

/** Reads the address's query in the form given. Throws `unreadable-request`. */
export const query = <Form extends z.ZodType>(form: Form) =>
  validator('query', (value): z.output<Form> => {
    const read = form.safeParse(value)
    if (!read.success) throw new Refusal('unreadable-request')
    return read.data
  })

/** Who this browser is signed in as, or `null`. */
export const loginOf = (context: Context<Env>) => {
  const { records, clock } = context.var.services
  return personOf(records, cookieOf(context), clock())
}

/** A browser holds one login: the one it brought ends, so that its cookie is worth nothing any more. */
export async function changeLogin(context: Context<Env>, cookie: string): Promise<void> {
  const before = await loginOf(context)
  if (before) await signOut(context.var.services, before.login.id, before.person)
  keepCookie(context, cookie)
}

/** Throws `not-signed-in`. What is posted again under its key is done once. */
export const signedIn = createMiddleware<Env>(async (context, next) => {
  const found = await loginOf(context)
  if (!found) throw new Refusal('not-signed-in')
  context.set('person', found.person)
  context.set('login', found.login)
  return once(context, next, found.login)
})
