// The table of comments and answers of a paper, a version or a session: as rows, as Word, as PDF.
import { Hono } from 'hono'
import { answersFile, answersTable, type TableKind } from '../work/answers-table'
import { type Env, signedIn } from './guard'
import { sendFile } from './paper-file'

export const answersOf = (kind: TableKind) =>
  new Hono<Env>()
    .get('/:id/answers', signedIn, async (c) => {
      const { services, person } = c.var
      return c.json(await answersTable(services, person, kind, c.req.param('id')))
    })
    .get('/:id/answers/docx', signedIn, (c) => {
      const { services, person } = c.var
      return sendFile(c, 'docx', answersFile(services, person, kind, c.req.param('id'), 'docx'))
    })
    .get('/:id/answers/pdf', signedIn, (c) => {
      const { services, person } = c.var
      return sendFile(c, 'pdf', answersFile(services, person, kind, c.req.param('id'), 'pdf'))
    })
