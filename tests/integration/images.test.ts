// [E1] [E2] [E5] Pictures at the doors: who may put one in, who sees it, what is refused, what a writer makes up.
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { drawing, gif, photo, pictureForm, secretPlace, svg } from '../kit/pictures'
import { moveToSecondCell } from '../kit/second-cell'
import {
  act,
  must,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { type Answer, signIn, Visitor } from '../kit/visitor'

let server: RunningServer
let people: People
let session: SeenSession
beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  session = await sessionAt(people, 'draft')
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

async function upload(who: Visitor, documentId: string, bytes: Uint8Array): Promise<Answer> {
  const response = await fetch(`${server.origin}/api/documents/${documentId}/images`, {
    method: 'POST',
    headers: { cookie: who.cookie },
    body: pictureForm(bytes),
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

async function fetched(who: Visitor, src: string) {
  const response = await fetch(server.origin + src, { headers: { cookie: who.cookie } })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** A stock client puts a picture at the end of a paper; resolves when it is on disk, or with the close code. */
async function insert(who: Visitor, documentId: string, attributes: Record<string, unknown>) {
  const client = await who.open(documentId).synced()
  const image = new Y.XmlElement('image')
  for (const [name, value] of Object.entries(attributes)) {
    image.setAttribute(name, value as string)
  }
  const root = client.doc.getXmlFragment('default')
  root.insert(root.length, [image])
  return client
}

describe('putting a picture in', () => {
  it('[E2] takes a photograph, and gives back one that tells nothing of where it was taken', async () => {
    const { status, body } = await upload(people.hanh, session.documents.draft, await photo(60, 30))
    expect([status, body.width, body.height]).toEqual([201, 30, 60])
    expect(body.src).toMatch(/^\/api\/images\/[0-9a-f]{64}$/)
    const { response, bytes } = await fetched(people.thoa, body.src)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(bytes.includes(secretPlace)).toBe(false)
    expect((await sharp(bytes).metadata()).width).toBe(30)
  })

  it('[E2] keeps what it has drawn once as it is, from paper to paper', async () => {
    const first = await upload(people.hanh, session.documents.draft, await photo(70, 30))
    const { bytes } = await fetched(people.hanh, first.body.src)
    const other = await sessionAt(people, 'outline')
    const again = await upload(people.hanh, other.documents.outline, bytes)
    expect([again.status, again.body]).toEqual([201, first.body])
  })

  it.each([
    ['SVG', svg],
    ['GIF', gif],
    ['words', Buffer.from('MZ không phải ảnh')],
  ])('[E2] refuses %s in words', async (_, bytes) => {
    const { status, body } = await upload(people.hanh, session.documents.draft, bytes)
    expect([status, body]).toEqual([400, { refused: 'not-a-picture' }])
  })

  it('[E2] refuses what is too large before it reads it', async () => {
    const { status, body } = await upload(
      people.hanh,
      session.documents.draft,
      Buffer.alloc(11 * 1024 * 1024),
    )
    expect([status, body]).toEqual([413, { refused: 'picture-too-large' }])
  })

  it('[E5] is for whoever may write that paper at that moment', async () => {
    const bytes = await drawing()
    const { draft, outline } = session.documents
    expect((await upload(people.thoa, draft, bytes)).body.refused).toBe('not-yours')
    expect((await upload(people.khach, draft, bytes)).body.refused).toBe('not-yours')
    expect((await upload(people.kythuat, draft, bytes)).body.refused).toBe('not-yours')
    expect((await upload(people.hanh, outline, bytes)).body.refused).toBe('not-now')
    expect((await upload(people.hanh, 'nowhere', bytes)).body.refused).toBe('not-found')
    const nobody = new Visitor(server.origin)
    expect((await upload(nobody, draft, bytes)).body.refused).toBe('not-signed-in')
  })

  it('refuses what is no form with a file in it', async () => {
    const path = `/api/documents/${session.documents.draft}/images`
    expect((await people.hanh.post(path, { file: 'x' })).status).toBe(400)
  })
})

describe('seeing a picture', () => {
  it('[E5] is for the readers of a paper that has it; a guest sees those of versions', async () => {
    const other = await sessionAt(people, 'draft')
    const { draft } = other.documents
    const bytes = await drawing(33, 44)
    const { src, width, height } = (await upload(people.hanh, draft, bytes)).body
    const unused = (await upload(people.hanh, draft, await drawing(34, 44))).body.src
    expect((await fetched(people.truc, src)).response.status).toBe(200)
    for (const who of [people.khach, people.kythuat]) {
      expect((await fetched(who, src)).response.status).toBe(403)
    }
    expect((await fetched(new Visitor(server.origin), src)).response.status).toBe(401)
    expect((await people.hanh.get(`/api/images/${'0'.repeat(64)}`)).status).toBe(404)
    const client = await insert(people.hanh, draft, { src, width, height, caption: 'Hình 1' })
    await client.allSaved()
    client.leave()
    await act(people.phuong, other, 'pass')
    await act(people.tuan, other, 'freeze')
    expect((await fetched(people.khach, src)).response.status).toBe(200)
    expect((await fetched(people.khach, unused)).response.status).toBe(403)
    const frozen = await must(people.nga.get(`/api/sessions/${other.id}`))
    const docx = await people.khach.get(`/api/versions/${frozen.versions[0].id}/docx`)
    expect(docx.status).toBe(200)
  })
})

describe('what a writer makes up', () => {
  it.each([
    ['bytes in the text', { src: 'data:image/png;base64,AAAA' }],
    ['another server', { src: 'https://example.org/a.png' }],
    ['a caption without end', { caption: 'x'.repeat(501) }],
    ['a script', { onerror: 'alert(1)' }],
  ])('[E1] is refused: %s', async (_, attributes) => {
    const client = await insert(people.hanh, session.documents.draft, attributes)
    expect((await client.refused()).code).toBe(4400)
    client.leave()
  })

  it('[E3] a digest of something else than a picture does not stop a freeze nor its files', async () => {
    const other = await sessionAt(people, 'frozen')
    const [first] = other.versions
    const src = `/api/images/${first?.sha256}`
    await act(people.nga, other, 'reopen', 'thử')
    const client = await insert(people.hanh, other.documents.draft, { src })
    await client.allSaved()
    client.leave()
    expect((await fetched(people.hanh, src)).response.status).toBe(404)
    await act(people.phuong, other, 'pass')
    const { versions } = await act(people.tuan, other, 'freeze')
    for (const form of ['docx', 'pdf']) {
      const file = await people.hanh.get(`/api/versions/${versions.at(-1)?.id}/${form}`)
      expect(file.status).toBe(200)
    }
  })
})

describe('another cell', () => {
  it('[R11] finds no picture of this one', async () => {
    const { src } = (await upload(people.hanh, session.documents.draft, await drawing())).body
    await server.stop()
    moveToSecondCell(server.dataDir, ['thoa'])
    server = await startServer({ demo: true, dataDir: server.dataDir })
    const [stranger, own] = await Promise.all(
      ['thoa', 'hanh'].map((name) => signIn(server.origin, name)),
    )
    expect((await fetched(stranger as Visitor, src)).response.status).toBe(404)
    expect((await fetched(own as Visitor, src)).response.status).toBe(200)
  })
})
