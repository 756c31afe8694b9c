// /api/people: the people of the cell, their posts and single-use links.
import { Hono } from 'hono'
import {
  addPerson,
  changePerson,
  listPeople,
  newPerson,
  personChange,
  renewLink,
} from '../work/people'
import { body, type Env, signedIn } from './guard'

const linkOf = (token: string) => `/join/${token}`

export const people = new Hono<Env>()
  .get('/', signedIn, async (c) =>
    c.json({ people: await listPeople(c.var.services, c.var.person) }),
  )
  .post('/', body(newPerson), signedIn, async (c) => {
    const added = await addPerson(c.var.services, c.var.person, c.req.valid('json'))
    return c.json({ person: added.person, link: linkOf(added.token) }, 201)
  })
  .patch('/:username', body(personChange), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(
      await changePerson(services, person, c.req.param('username'), c.req.valid('json')),
    )
  })
  .post('/:username/link', signedIn, async (c) => {
    const token = await renewLink(c.var.services, c.var.person, c.req.param('username'))
    return c.json({ link: linkOf(token) }, 201)
  })
