// /api/documents: the comments on a live paper.
import { Hono } from 'hono'
import { newThread } from '../../shared/records/thread'
import { listThreads, openThread } from '../work/comment'
import { answersOf } from './answers'
import { body, type Env, signedIn } from './guard'

export const documents = new Hono<Env>()
  .get('/:id/threads', signedIn, async (c) => {
    const { services, person } = c.var
    const threads = await listThreads(services, person, 'document', c.req.param('id'))
    return c.json({ threads })
  })
  .post('/:id/threads', body(newThread), signedIn, async (c) => {
    const { services, person } = c.var
    const wish = c.req.valid('json')
    return c.json(await openThread(services, person, 'document', c.req.param('id'), wish), 201)
  })
  .route('/', answersOf('document'))
