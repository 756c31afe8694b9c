// /api/sessions: the year's sessions, their moves, attendance, conclusion, projector and screens.
import { Hono } from 'hono'
import { z } from 'zod'
import { sharedAnswer } from '../../shared/records/thread'
import { moveActs } from '../../shared/stages'
import { seesSession } from '../auth/access'
import { viewOf, viewsOf } from '../services'
import { advance } from '../work/advance'
import { answerTogether } from '../work/answer-thread'
import { readableSession } from '../work/demand'
import {
  attendanceList,
  conclude,
  conclusionWish,
  keepAttendance,
  markAttendance,
  rollMarks,
} from '../work/keep-session'
import {
  pointAt,
  pointerWish,
  project,
  projectionWish,
  screenWish,
  setScreen,
} from '../work/lead-screen'
import { changeSession, newSession, planSession, sessionChange } from '../work/plan-session'
import { answersOf } from './answers'
import { body, type Env, signedIn } from './guard'

const move = z.object({ act: z.enum(moveActs), reason: z.string().max(2000).optional() })

export const sessions = new Hono<Env>()
  .get('/', signedIn, async (c) => {
    const { person, services } = c.var
    const { records, clock } = services
    const all = await records.find('sessions', { cellId: person.cellId })
    const seen = all.filter((session) => seesSession(person, session, clock()))
    return c.json({ sessions: await viewsOf(records, seen) })
  })
  .post('/', body(newSession), signedIn, async (c) =>
    c.json(await planSession(c.var.services, c.var.person, c.req.valid('json')), 201),
  )
  .get('/:id', signedIn, async (c) => {
    const { person, services } = c.var
    const session = await readableSession(services, c.req.param('id'), person)
    return c.json(await viewOf(services.records, session))
  })
  .patch('/:id', body(sessionChange), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await changeSession(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .post('/:id/moves', body(move), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await advance(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .post('/:id/answers', body(sharedAnswer), signedIn, async (c) => {
    const { services, person } = c.var
    const wish = c.req.valid('json')
    const threads = await answerTogether(services, person, c.req.param('id'), wish)
    return c.json({ threads })
  })
  .put('/:id/attendance', body(attendanceList), signedIn, async (c) => {
    const { services, person } = c.var
    const { attendance } = c.req.valid('json')
    return c.json(await keepAttendance(services, person, c.req.param('id'), attendance))
  })
  .patch('/:id/attendance', body(rollMarks), signedIn, async (c) => {
    const { services, person } = c.var
    const { attendance } = c.req.valid('json')
    return c.json(await markAttendance(services, person, c.req.param('id'), attendance))
  })
  .put('/:id/conclusion', body(conclusionWish), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await conclude(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .put('/:id/projection', body(projectionWish), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await project(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .put('/:id/screen', body(screenWish), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await setScreen(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .put('/:id/pointer', body(pointerWish), signedIn, async (c) => {
    const { services, person } = c.var
    await pointAt(services, person, c.req.param('id'), c.req.valid('json'))
    return c.json({})
  })
  .route('/', answersOf('session'))
