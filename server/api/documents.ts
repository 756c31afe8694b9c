// /api/documents: the comments on a live paper.
import { Hono } from 'hono'
import { newThread } from '../../shared/records/thread'
import { answersFile, answersTable } from '../work/answers-table'
import { listThreads, openThread } from '../work/comment'
import { body, type Env, signedIn } from './guard'
import { sendFile } from './paper-file'

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
  .get('/:id/answers', signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await answersTable(services, person, 'document', c.req.param('id')))
  })
  .get('/:id/answers/docx', signedIn, (c) => {
    const { services, person } = c.var
    return sendFile(c, 'docx', answersFile(services, person, 'document', c.req.param('id'), 'docx'))
  })
  .get('/:id/answers/pdf', signedIn, (c) => {
    const { services, person } = c.var
    return sendFile(c, 'pdf', answersFile(services, person, 'document', c.req.param('id'), 'pdf'))
  })
