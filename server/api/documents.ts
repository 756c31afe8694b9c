// /api/documents: the comments on a live paper.
import { Hono } from 'hono'
import { newPoint, restoreWish } from '../../shared/records/point'
import { newThread } from '../../shared/records/thread'
import { Refusal } from '../../shared/refusals'
import { listThreads, openThread } from '../work/comment'
import { history, momentFor, namePoint, passedText, restore, textNow } from '../work/history'
import { exportPaperAfter } from '../work/produce-papers'
import { answersOf } from './answers'
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
  .route('/', answersOf('document'))
  .get('/:id/docx', signedIn, (c) =>
    sendFile(c, 'docx', exportPaperAfter(c.var.services, c.var.person, c.req.param('id'), 'docx')),
  )
  .get('/:id/pdf', signedIn, (c) =>
    sendFile(c, 'pdf', exportPaperAfter(c.var.services, c.var.person, c.req.param('id'), 'pdf')),
  )
  .get('/:id/text', signedIn, async (c) =>
    c.json(await textNow(c.var.services, c.var.person, c.req.param('id'))),
  )
  .get('/:id/passed', signedIn, async (c) =>
    c.json(await passedText(c.var.services, c.var.person, c.req.param('id'))),
  )
  .get('/:id/history', signedIn, async (c) =>
    c.json(await history(c.var.services, c.var.person, c.req.param('id'))),
  )
  .get('/:id/history/:at', signedIn, async (c) => {
    const at = Date.parse(c.req.param('at'))
    if (Number.isNaN(at)) throw new Refusal('not-found')
    return c.json(await momentFor(c.var.services, c.var.person, c.req.param('id'), at))
  })
  .post('/:id/points', body(newPoint), signedIn, async (c) => {
    const { name } = c.req.valid('json')
    return c.json(await namePoint(c.var.services, c.var.person, c.req.param('id'), name), 201)
  })
  .post('/:id/restore', body(restoreWish), signedIn, async (c) => {
    const wish = c.req.valid('json')
    return c.json(await restore(c.var.services, c.var.person, c.req.param('id'), wish))
  })
