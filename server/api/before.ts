// /api/sessions/:id/absences, /openings …: what is done before a meeting.
import { Hono } from 'hono'
import { absenceWish } from '../../shared/records/absence'
import { announceAbsence, listAbsences, ownAbsences, takeAbsenceBack } from '../work/absences'
import { listOpenings } from '../work/openings'
import { body, type Env, signedIn } from './guard'

export const absences = new Hono<Env>().get('/', signedIn, async (c) =>
  c.json({ absences: await ownAbsences(c.var.services, c.var.person) }),
)

export const before = new Hono<Env>()
  .get('/:id/absences', signedIn, async (c) =>
    c.json(await listAbsences(c.var.services, c.var.person, c.req.param('id'))),
  )
  .put('/:id/absences/:username', body(absenceWish), signedIn, async (c) => {
    const { id, username } = c.req.param()
    const wish = c.req.valid('json')
    return c.json(await announceAbsence(c.var.services, c.var.person, id, username, wish))
  })
  .delete('/:id/absences/:username', signedIn, async (c) => {
    const { id, username } = c.req.param()
    return c.json(await takeAbsenceBack(c.var.services, c.var.person, id, username))
  })
  .get('/:id/openings', signedIn, async (c) =>
    c.json({ papers: await listOpenings(c.var.services, c.var.person, c.req.param('id')) }),
  )
