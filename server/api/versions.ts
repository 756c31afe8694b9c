// /api/versions: frozen texts, their exact bytes, and the comments on them.
import { Hono } from 'hono'
import { z } from 'zod'
import { paperStyles } from '../../shared/facts/cell'
import { newThread } from '../../shared/records/thread'
import { listThreads, openThread } from '../work/comment'
import { type ExportWish, exportVersion, sheetOf } from '../work/export-version'
import { noteOpening } from '../work/openings'
import { bytesOf, contentOf, versionFor } from '../work/version-text'
import { answersOf } from './answers'
import { body, type Env, query, signedIn } from './guard'
import { sendFile } from './paper-file'

/** How the paper is to look; as is usual in the cell, and for such a version, where nothing is said. */
const looks = z.object({
  style: z.enum(paperStyles).optional(),
  numbers: z.enum(['0', '1']).optional(),
  draft: z.enum(['1']).optional(),
})
const styled = query(looks)
const wishOf = ({ style, numbers, draft }: z.infer<typeof looks>): ExportWish => ({
  style,
  isDraft: draft === '1',
  ...(numbers !== undefined && { isNumbered: numbers === '1' }),
})

export const versions = new Hono<Env>()
  .get('/:id', signedIn, async (c) => {
    const { services, person } = c.var
    const version = await versionFor(services, c.req.param('id'), person)
    await noteOpening(services, person, version.sessionId, version.id)
    return c.json({ ...version, content: await contentOf(services, version) })
  })
  .get('/:id/bytes', signedIn, async (c) => {
    const { services, person } = c.var
    const version = await versionFor(services, c.req.param('id'), person)
    return c.body(Uint8Array.from(await bytesOf(services, version)), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${version.sha256}.json"`,
    })
  })
  .get('/:id/sheet', styled, signedIn, async (c) => {
    const { services, person } = c.var
    const wish = wishOf(c.req.valid('query'))
    return c.json(await sheetOf(services, person, c.req.param('id'), wish))
  })
  .get('/:id/docx', styled, signedIn, (c) => {
    const { services, person } = c.var
    const wish = wishOf(c.req.valid('query'))
    return sendFile(c, 'docx', exportVersion(services, person, c.req.param('id'), 'docx', wish))
  })
  .get('/:id/pdf', styled, signedIn, (c) => {
    const { services, person } = c.var
    const wish = wishOf(c.req.valid('query'))
    return sendFile(c, 'pdf', exportVersion(services, person, c.req.param('id'), 'pdf', wish))
  })
  .get('/:id/threads', signedIn, async (c) => {
    const { services, person } = c.var
    const threads = await listThreads(services, person, 'version', c.req.param('id'))
    return c.json({ threads })
  })
  .post('/:id/threads', body(newThread), signedIn, async (c) => {
    const { services, person } = c.var
    const wish = c.req.valid('json')
    return c.json(await openThread(services, person, 'version', c.req.param('id'), wish), 201)
  })
  .route('/', answersOf('version'))
