// /api/documents/:id/images and /api/images: pictures, put in by writers, by digest for readers.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { validator } from 'hono/validator'
import { mostUploadBytes, sourceOf } from '../../shared/document/picture'
import { Refusal } from '../../shared/refusals'
import { addPicture, demandWriting, readPicture } from '../work/pictures'
import { type Env, signedIn } from './guard'

/** Whoever may not write need not send. */
const writing = createMiddleware<Env>(async (context, next) => {
  const { services, person } = context.var
  await demandWriting(services, services.records, person, context.req.param('id') ?? '')
  await next()
})

/** The form around the file is small. */
const mostFormBytes = mostUploadBytes + 16 * 1024

export const documentImages = new Hono<Env>().post(
  '/:id/images',
  signedIn,
  writing,
  bodyLimit({
    maxSize: mostFormBytes,
    onError: () => {
      throw new Refusal('picture-too-large')
    },
  }),
  validator('form', ({ file }) => {
    if (!(file instanceof File)) throw new Refusal('unreadable-request')
    if (file.size > mostUploadBytes) throw new Refusal('picture-too-large')
    return { file }
  }),
  async (c) => {
    const { services, person } = c.var
    const file = new Uint8Array(await c.req.valid('form').file.arrayBuffer())
    const { sha256, width, height } = await addPicture(services, person, c.req.param('id'), file)
    return c.json({ src: sourceOf(sha256), width, height }, 201)
  },
)

export const images = new Hono<Env>().get('/:digest', signedIn, async (c) => {
  const { form, bytes } = await readPicture(c.var.services, c.var.person, c.req.param('digest'))
  return c.body(Uint8Array.from(bytes), 200, {
    'content-type': `image/${form}`,
    'content-security-policy': "default-src 'none'; sandbox",
    // The same digest is the same bytes for ever, in this reader's browser and no one else's.
    'cache-control': 'private, max-age=31536000, immutable',
  })
})
