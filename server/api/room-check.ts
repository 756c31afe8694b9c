// /api/sessions/:id/check, /echo and /api/reach/:token: the check of the room.
import { Hono } from 'hono'
import { z } from 'zod'
import { beginCheck, echo, reach } from '../work/room-check'
import { body, type Env, signedIn } from './guard'

const short = z.string().min(1).max(40)

export const roomChecks = new Hono<Env>()
  .post('/:id/check', signedIn, async (c) =>
    c.json(await beginCheck(c.var.services, c.var.person, c.req.param('id')), 201),
  )
  .post('/:id/echo', body(z.object({ mark: short })), signedIn, async (c) => {
    const { mark } = c.req.valid('json')
    return c.json(await echo(c.var.services, c.var.person, c.req.param('id'), mark))
  })

/** Nobody is signed in: a phone says that it came through, and learns the server's time. */
export const reaches = new Hono<Env>().post(
  '/:token',
  body(z.object({ phone: short })),
  async (c) => c.json(reach(c.var.services, c.req.param('token'), c.req.valid('json').phone)),
)
