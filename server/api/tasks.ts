// /api/tasks and /api/sessions/:id/tasks: what conclusions gave out, across sessions and years.
import { Hono } from 'hono'
import { newTaskReport } from '../../shared/records/task'
import { listTasks, reportTask } from '../work/tasks'
import { body, type Env, signedIn } from './guard'

export const tasks = new Hono<Env>().get('/', signedIn, async (c) =>
  c.json({ tasks: await listTasks(c.var.services, c.var.person) }),
)

export const taskReports = new Hono<Env>().post(
  '/:id/tasks/:item/reports',
  body(newTaskReport),
  signedIn,
  async (c) => {
    const { services, person } = c.var
    const { id, item } = c.req.param()
    return c.json(await reportTask(services, person, id, item, c.req.valid('json')), 201)
  },
)
