// /api/templates: the cell's own copies of the templates.
import { Hono } from 'hono'
import { z } from 'zod'
import { paperStyles } from '../../shared/facts/cell'
import { template } from '../../shared/records/template'
import { dropTemplate, keepPaperStyle, keepTemplate, listTemplates } from '../work/templates'
import { body, type Env, signedIn } from './guard'

const styleWish = z.object({ style: z.enum(paperStyles) })
const wish = template.pick({ content: true }).extend({
  /** `changedAt` of the copy it was made of, `null` for the original; without it, it replaces any. */
  seen: template.shape.changedAt.nullable().optional(),
})

export const templates = new Hono<Env>()
  .get('/', signedIn, async (c) =>
    c.json({ templates: await listTemplates(c.var.services, c.var.person) }),
  )
  .put('/style', body(styleWish), signedIn, async (c) => {
    const { style } = c.req.valid('json')
    await keepPaperStyle(c.var.services, c.var.person, style)
    return c.json({ style })
  })
  .put('/:kind', body(wish), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await keepTemplate(services, person, c.req.param('kind'), c.req.valid('json')))
  })
  .delete('/:kind', signedIn, async (c) => {
    await dropTemplate(c.var.services, c.var.person, c.req.param('kind'))
    return c.json({})
  })
