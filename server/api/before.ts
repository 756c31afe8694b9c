// /api/sessions/:id/absences, /openings, /invitation, /ics: what is done before a meeting.
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { absenceWish } from '../../shared/records/absence'
import { Refusal } from '../../shared/refusals'
import { holdsPost } from '../auth/access'
import { asAttachment } from '../papers/file-name'
import { announceAbsence, listAbsences, ownAbsences, takeAbsenceBack } from '../work/absences'
import { type Addresses, addressesFor } from '../work/addresses'
import { calendarFile, invitationFile } from '../work/invitation'
import { listOpenings } from '../work/openings'
import { body, type Env, query, signedIn } from './guard'
import { sendFile } from './paper-file'

const reachedAt = (c: Context<Env>): Addresses => {
  const { incoming } = c.env as unknown as HttpBindings
  const port = incoming.socket.localPort ?? 0
  return addressesFor(c.var.services, { host: c.req.header('host'), port })
}
const addressed = query(z.object({ to: z.string().max(40).optional() }))

/** Under which addresses other machines reach this server: for those whose business the cell is. */
export const addresses = new Hono<Env>().get('/', signedIn, (c) => {
  if (!holdsPost('readPapers', c.var.person)) throw new Refusal('not-yours')
  return c.json(reachedAt(c))
})

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
  .get('/:id/invitation/docx', addressed, signedIn, (c) => {
    const wish = { form: 'docx', to: c.req.valid('query').to, base: reachedAt(c).base } as const
    const { services, person } = c.var
    return sendFile(c, 'docx', invitationFile(services, person, c.req.param('id'), wish))
  })
  .get('/:id/invitation/pdf', addressed, signedIn, (c) => {
    const wish = { form: 'pdf', to: c.req.valid('query').to, base: reachedAt(c).base } as const
    const { services, person } = c.var
    return sendFile(c, 'pdf', invitationFile(services, person, c.req.param('id'), wish))
  })
  .get('/:id/ics', signedIn, async (c) => {
    const { services, person } = c.var
    const { base } = reachedAt(c)
    const { words, name } = await calendarFile(services, person, c.req.param('id'), base)
    return c.body(words, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      // A phone opens what is not an attachment in its calendar.
      'content-disposition': asAttachment(name, 'ics').replace('attachment', 'inline'),
    })
  })
