// /api/sessions/:id/self-score, /opinions and /api/opinions: what the meeting leaves to be done.
import { Hono } from 'hono'
import { selfScoreWish } from '../../shared/records/self-score'
import { newAnswer } from '../../shared/records/thread'
import { nameNext, nextWish } from '../work/name-next'
import { answerOpinion, listOpinions } from '../work/opinions'
import { scoreSession } from '../work/score-session'
import {
  agreeMinutes,
  reopenMinutes,
  reopenWish,
  signingSeat,
  signMinutes,
} from '../work/sign-minutes'
import { body, type Env, signedIn } from './guard'

export const after = new Hono<Env>()
  .put('/:id/self-score', body(selfScoreWish), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await scoreSession(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .post('/:id/minutes/agreed', signedIn, async (c) =>
    c.json(await agreeMinutes(c.var.services, c.var.person, c.req.param('id'))),
  )
  .post('/:id/minutes/signatures', body(signingSeat), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await signMinutes(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .post('/:id/minutes/reopened', body(reopenWish), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await reopenMinutes(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .put('/:id/next', body(nextWish), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await nameNext(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .get('/:id/opinions', signedIn, async (c) => {
    const { services, person } = c.var
    return c.json({ opinions: await listOpinions(services, person, c.req.param('id')) })
  })

export const opinions = new Hono<Env>().post(
  '/:id/answer',
  body(newAnswer),
  signedIn,
  async (c) => {
    const { services, person } = c.var
    return c.json(await answerOpinion(services, person, c.req.param('id'), c.req.valid('json')))
  },
)
