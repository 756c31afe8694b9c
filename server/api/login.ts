// /api/login, /api/logout, /api/me, the set-up link and invitations.
import { Hono } from 'hono'
import { Refusal } from '../../shared/refusals'
import {
  invitationFor,
  join,
  loginForm,
  passwordForm,
  publicCell,
  publicPerson,
  setUp,
  setUpForm,
  signIn,
  signOut,
} from '../work/people'
import { addressOf, body, changeLogin, dropCookie, type Env, signedIn } from './guard'

export const login = new Hono<Env>()
  .post('/login', body(loginForm), async (c) => {
    const { person, cookie } = await signIn(c.var.services, c.req.valid('json'), addressOf(c))
    await changeLogin(c, cookie)
    return c.json({ person: publicPerson(person) })
  })
  .post('/logout', signedIn, async (c) => {
    await signOut(c.var.services, c.var.login.id, c.var.person)
    dropCookie(c)
    return c.json({})
  })
  .get('/me', signedIn, async (c) => {
    const cell = await publicCell(c.var.services.records, c.var.person.cellId)
    return c.json({ person: publicPerson(c.var.person), cell })
  })
  .get('/setup/:token', async (c) => {
    const { services } = c.var
    await invitationFor(services, services.records, c.req.param('token'), 'setUp')
    return c.json({})
  })
  .post('/setup/:token', body(setUpForm), async (c) => {
    const made = await setUp(c.var.services, c.req.param('token'), c.req.valid('json'))
    await changeLogin(c, made.cookie)
    return c.json({ person: publicPerson(made.person) })
  })
  .get('/invitations/:token', async (c) => {
    const { services } = c.var
    const { records } = services
    const { personId } = await invitationFor(services, records, c.req.param('token'), 'join')
    const person = personId === null ? null : await records.get('people', personId)
    if (!person) throw new Refusal('link-used')
    return c.json({
      person: publicPerson(person),
      cell: await publicCell(records, person.cellId),
    })
  })
  .post('/invitations/:token', body(passwordForm), async (c) => {
    const { password } = c.req.valid('json')
    const joined = await join(c.var.services, c.req.param('token'), password)
    await changeLogin(c, joined.cookie)
    return c.json({ person: publicPerson(joined.person) })
  })
