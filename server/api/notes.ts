// /api/notes and /api/sessions/:id/notes: notes to oneself, and words released in the meeting.
import { Hono } from 'hono'
import { editedNote, newNote } from '../../shared/records/note'
import { addNote, editNote, listNotes, releaseNote, removeNote } from '../work/notes'
import { body, type Env, signedIn } from './guard'

export const sessionNotes = new Hono<Env>()
  .get('/:id/notes', signedIn, async (c) => {
    const { services, person } = c.var
    return c.json({ notes: await listNotes(services, person, c.req.param('id')) })
  })
  .post('/:id/notes', body(newNote), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await addNote(services, person, c.req.param('id'), c.req.valid('json')), 201)
  })

export const notes = new Hono<Env>()
  .patch('/:id', body(editedNote), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await editNote(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .delete('/:id', signedIn, async (c) => {
    await removeNote(c.var.services, c.var.person, c.req.param('id'))
    return c.json({})
  })
  .post('/:id/release', signedIn, async (c) =>
    c.json(await releaseNote(c.var.services, c.var.person, c.req.param('id'))),
  )
