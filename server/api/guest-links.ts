// /api/sessions/:id/guests and /api/guest-links/:token: a guest's own link into one session.
import { Hono } from 'hono'
import { newGuest } from '../../shared/records/guest-link'
import {
  enterByLink,
  inviteGuest,
  listGuests,
  lookAtLink,
  renewGuestLink,
  withdrawGuestLink,
} from '../work/guest-links'
import { publicPerson } from '../work/people'
import { addressOf, body, changeLogin, type Env, signedIn } from './guard'

const linkOf = (token: string) => `/guest/${token}`

export const sessionGuests = new Hono<Env>()
  .get('/:id/guests', signedIn, async (c) =>
    c.json({ guests: await listGuests(c.var.services, c.var.person, c.req.param('id')) }),
  )
  .post('/:id/guests', body(newGuest), signedIn, async (c) => {
    const { services, person } = c.var
    const wish = c.req.valid('json')
    const { guest, token } = await inviteGuest(services, person, c.req.param('id'), wish)
    return c.json({ guest, link: linkOf(token) }, 201)
  })
  .post('/:id/guests/:username/link', signedIn, async (c) => {
    const { id, username } = c.req.param()
    const token = await renewGuestLink(c.var.services, c.var.person, id, username)
    return c.json({ link: linkOf(token) }, 201)
  })
  .delete('/:id/guests/:username/link', signedIn, async (c) => {
    const { id, username } = c.req.param()
    await withdrawGuestLink(c.var.services, c.var.person, id, username)
    return c.json({})
  })

/** Nobody is signed in here: the token is all there is. */
export const guestLinks = new Hono<Env>()
  .get('/:token', async (c) =>
    c.json(await lookAtLink(c.var.services, c.req.param('token'), addressOf(c))),
  )
  .post('/:token', async (c) => {
    const { person, cookie, sessionId, versionId } = await enterByLink(
      c.var.services,
      c.req.param('token'),
      addressOf(c),
    )
    await changeLogin(c, cookie)
    return c.json({ person: publicPerson(person), sessionId, versionId })
  })
