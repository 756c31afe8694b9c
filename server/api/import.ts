// /api/documents/:id/import: Word files into a live paper.
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { importPlaces } from '../../shared/facts/import-report'
import { Refusal } from '../../shared/refusals'
import { demandImport, importWord } from '../work/import-word'
import { type Env, signedIn } from './guard'

/** A Word file with its pictures; what is sent around it is little. */
const mostFileBytes = 20 * 1024 * 1024
const fileLimit = bodyLimit({
  maxSize: mostFileBytes,
  onError: () => {
    throw new Refusal('too-large')
  },
})

/** The field `file`. Throws `unreadable-file`. */
async function sentFile(context: Context): Promise<{ bytes: Uint8Array; name: string }> {
  const form = await context.req.parseBody().catch((error) => {
    if (error instanceof Refusal) throw error
    throw new Refusal('unreadable-file', { why: 'no-file' })
  })
  const { file } = form
  if (!(file instanceof File)) throw new Refusal('unreadable-file', { why: 'no-file' })
  const name = file.name.normalize('NFC').trim().slice(0, 200) || 'Word'
  return { bytes: new Uint8Array(await file.arrayBuffer()), name }
}

export const imports = new Hono<Env>().post('/:id/import', signedIn, fileLimit, async (c) => {
  const { services, person } = c.var
  const id = c.req.param('id')
  // Nobody sends a file who may not write it here.
  await demandImport(services, person, id)
  const { dry, place } = c.req.query()
  const wish = {
    ...(await sentFile(c)),
    isDry: dry === '1',
    place: importPlaces.find((one) => one === place) ?? null,
  }
  return c.json(await importWord(services, person, id, wish))
})
