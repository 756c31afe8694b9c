// /api/sessions/:id/dossier: everything of a session as one archive, sent as it is made.
import { Hono } from 'hono'
import { logError } from '../log'
import { asAttachment } from '../papers/file-name'
import { dossier } from '../work/dossier'
import { type Env, signedIn } from './guard'

/** Pulled by whoever downloads: nothing is made ahead of them, and nothing more once they are gone. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          // The answer has begun: it breaks off, and the browser says that it did.
          logError('dossier', error)
          controller.error(error)
        }
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

export const dossiers = new Hono<Env>().get('/:id/dossier', signedIn, async (c) => {
  const { services, person } = c.var
  const { name, pieces } = await dossier(services, person, c.req.param('id'))
  return c.body(streamOf(pieces), 200, {
    'content-type': 'application/zip',
    'content-disposition': asAttachment(name, 'zip'),
  })
})
