// /api/cell: what the cell sets for all its sessions.
import { Hono } from 'hono'
import { ruleChanges } from '../../shared/records/cell'
import { keepRules } from '../work/cell-rules'
import { body, type Env, signedIn } from './guard'

export const cell = new Hono<Env>().patch('/rules', body(ruleChanges), signedIn, async (c) => {
  const { services, person } = c.var
  return c.json({ ruleSet: await keepRules(services, person, c.req.valid('json')) })
})
