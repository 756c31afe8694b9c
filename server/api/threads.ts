// /api/threads: replies, agreement, answers, edits and withdrawals.
import { Hono } from 'hono'
import { agreement, editedThread, newAnswer, newPlace, newReply } from '../../shared/records/thread'
import { answer, passage } from '../work/answer-thread'
import { agree, editThread, reply, withdraw } from '../work/comment'
import { placeAnew } from '../work/place-thread'
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
  .put('/:id/agreement', body(agreement), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await agree(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .put('/:id/place', body(newPlace), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await placeAnew(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .get('/:id/passage', signedIn, async (c) =>
    c.json(await passage(c.var.services, c.var.person, c.req.param('id'))),
  )
  .post('/:id/answer', body(newAnswer), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await answer(services, person, c.req.param('id'), c.req.valid('json')))
  })
