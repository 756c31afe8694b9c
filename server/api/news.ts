// /api/news and /api/documents/:id/looked: what others did since one last looked.
import { Hono } from 'hono'
import { newLook } from '../../shared/records/look'
import { lookAt, newsFor } from '../work/news'
import { body, type Env, signedIn } from './guard'

export const news = new Hono<Env>().get('/', signedIn, async (c) =>
  c.json({ papers: await newsFor(c.var.services, c.var.person) }),
)

/** `:id` is a live paper's or a version's. */
export const looks = new Hono<Env>().put('/:id/looked', body(newLook), signedIn, async (c) => {
  const { services, person } = c.var
  return c.json(await lookAt(services, person, c.req.param('id'), c.req.valid('json').at))
})
