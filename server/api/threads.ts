// /api/threads: replies, answers, edits and withdrawals.
import { Hono } from 'hono'
import { editedThread, newAnswer, newReply } from '../../shared/records/thread'
import { answer, editThread, reply, withdraw } from '../work/comment'
import { body, type Env, signedIn } from './guard'

export const threads = new Hono<Env>()
  .patch('/:id', body(editedThread), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await editThread(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .delete('/:id', signedIn, async (c) =>
    c.json(await withdraw(c.var.services, c.var.person, c.req.param('id'))),
  )
  .post('/:id/replies', body(newReply), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await reply(services, person, c.req.param('id'), c.req.valid('json').body), 201)
  })
  .post('/:id/answer', body(newAnswer), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await answer(services, person, c.req.param('id'), c.req.valid('json')))
  })
