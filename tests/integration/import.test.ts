// [I1] [I2] [I3] Word files at the door: who may, what is refused and how, what colleagues see of it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawing as redPicture } from '../kit/pictures'
import {
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  writeInto,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn, Visitor } from '../kit/visitor'
import { item, numbering, p, style, wordFile } from '../kit/word-xml'
import { zip } from '../kit/zip'

let server: RunningServer
let people: People
let session: SeenSession
let landed = { draft: '', shown: '' }

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  session = await sessionAt(people, 'draft')
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

const plainFile = wordFile({
  styles: style('Heading1', 'heading 1'),
  numbering: numbering({ 1: [['decimal', '%1.']] }),
  comments: `<w:comment w:id="0" w:author="Lê Văn Tám">${p('Nên có số liệu')}</w:comment>`,
  body: [
    p('I- THỰC TRẠNG', '<w:pStyle w:val="Heading1"/>'),
    p('Đoạn nhập từ Word.'),
    item('việc thứ nhất', 1),
    item('việc thứ hai', 1),
  ].join(''),
})

async function send(
  visitor: Visitor,
  documentId: string,
  file: Uint8Array | string | null,
  query = '',
  headers: Record<string, string> = {},
) {
  const form = new FormData()
  if (typeof file === 'string') form.append('file', file)
  else if (file) form.append('file', new Blob([Uint8Array.from(file)]), 'chuyen-de.docx')
  else form.append('other', 'x')
  const response = await fetch(`${server.origin}/api/documents/${documentId}/import${query}`, {
    method: 'POST',
    headers: { cookie: visitor.cookie, ...headers },
    body: form,
  })
  return { status: response.status, body: await response.json() }
}

const read = async (visitor: Visitor, documentId: string) => {
  const client = await visitor.open(documentId).synced()
  const text = client.text.toString()
  client.leave()
  return text
}

describe('a Word file at the door', () => {
  it('[I1] is taken from those who write the paper, while they may', async () => {
    const fresh = await sessionAt(people, 'outline')
    const { outline, draft, minutes } = fresh.documents
    for (const name of ['thoa', 'nga', 'khach', 'kythuat', 'phuong'] as const) {
      const { status, body } = await send(people[name], outline, plainFile)
      expect([name, status, body.refused]).toEqual([name, 403, 'not-yours'])
    }
    expect(await send(people.hanh, draft, plainFile)).toMatchObject({ status: 409 })
    expect((await send(people.hanh, minutes, plainFile)).body.refused).toBe('not-yours')
    expect((await send(people.hanh, 'none', plainFile)).status).toBe(404)
    expect((await send(new Visitor(server.origin), outline, plainFile)).status).toBe(401)
    expect((await send(people.bao, outline, plainFile)).status).toBe(200)
    expect(await read(people.thoa, outline)).toContain('Đoạn nhập từ Word.')
  })

  it('is refused when it comes from another page', async () => {
    const { draft } = session.documents
    const foreign = { origin: 'https://elsewhere.example' }
    expect(await send(people.hanh, draft, plainFile, '', foreign)).toEqual({
      status: 403,
      body: { refused: 'foreign-origin' },
    })
  })

  it('[I2] shows with dry=1 what would come, and writes nothing', async () => {
    const { draft } = session.documents
    const before = await read(people.hanh, draft)
    const { status, body } = await send(people.hanh, draft, plainFile, '?dry=1')
    expect(status).toBe(200)
    expect(body.place).toBe('end')
    expect(body.came).toMatchObject({ headings: 1, lists: 1, paragraphs: 3 })
    expect(JSON.stringify(body.content)).toContain('Đoạn nhập từ Word.')
    expect(body.comments).toMatchObject([
      { author: 'Lê Văn Tám', quote: '', body: 'Nên có số liệu' },
    ])
    expect(await read(people.hanh, draft)).toBe(before)
  })

  it('[I3] stands behind the text, at once with those who write', async () => {
    const { documents } = await sessionAt(people, 'draft')
    await writeInto(people.bao, documents.draft, 'Câu của đồng chí Bảo')
    const client = await people.thoa.open(documents.draft).synced()
    const { status, body } = await send(people.hanh, documents.draft, plainFile)
    expect([status, body.place, body.content]).toEqual([200, 'end', undefined])
    await client.until((text) => text.includes('việc thứ hai'))
    const shown = client.text.toString()
    expect(shown.indexOf('Câu của đồng chí Bảo')).toBeLessThan(shown.indexOf('THỰC TRẠNG'))
    client.leave()
    landed = { draft: documents.draft, shown }
  })

  it('[I3] takes the place of an empty paper, and of another text only when asked', async () => {
    const fresh = await sessionAt(people, 'outline')
    const { outline } = fresh.documents
    expect((await send(people.hanh, outline, plainFile)).body.place).toBe('instead')
    const words = async () => (await read(people.hanh, outline)).replace(/<[^>]*>/g, '|')
    const once = await words()
    expect((await send(people.hanh, outline, plainFile)).body.place).toBe('end')
    expect((await read(people.hanh, outline)).split('Đoạn nhập từ Word.')).toHaveLength(3)
    // What stood there before is a point of the history; an empty paper needs none.
    const { body } = await people.hanh.get(`/api/documents/${outline}/history`)
    const points = body.points.filter(({ kind }: { kind: string }) => kind === 'import')
    expect(points).toMatchObject([{ name: 'chuyen-de.docx', by: 'hanh' }])
    expect((await send(people.hanh, outline, plainFile, '?place=instead')).body.place).toBe(
      'instead',
    )
    expect(await words()).toBe(once)
  })

  it('brings its pictures, drawn anew, and names those that it leaves out', async () => {
    const { documents } = await sessionAt(people, 'outline')
    const drawing = (id: string, words: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${words}"/><a:blip r:embed="${id}"/></wp:inline></w:drawing></w:r>`
    const file = wordFile({
      styles: style('Caption', 'caption'),
      body: [
        p('Trước hình'),
        p(drawing('a', 'Sơ đồ tổ chức')),
        p('Hình 1: Tổ chức', '<w:pStyle w:val="Caption"/>'),
        p(drawing('b', 'Biểu đồ EMF')),
      ].join(''),
      relations: { a: ['image', 'media/a.png'], b: ['image', 'media/b.emf'] },
      more: { 'word/media/a.png': await redPicture(), 'word/media/b.emf': 'EMF' },
    })
    const dry = await send(people.hanh, documents.outline, file, '?dry=1')
    expect(dry.body.came.images).toBe(1)
    const { status, body } = await send(people.hanh, documents.outline, file)
    expect([status, body.came.images]).toEqual([200, 1])
    expect(body.leftOut).toEqual([{ what: 'images', count: 1, examples: ['Biểu đồ EMF'] }])
    const text = await read(people.thoa, documents.outline)
    const [, src = ''] = /src="(\/api\/images\/[0-9a-f]{64})"/.exec(text) ?? []
    expect(text).toMatch(
      /alt="Sơ đồ tổ chức"[^>]*caption="Hình 1: Tổ chức"|caption="Hình 1: Tổ chức"/,
    )
    expect((await people.thoa.get(src)).status).toBe(200)
  })

  it('says 400 unreadable-file and why, and 413 for what is too large', async () => {
    const { draft } = session.documents
    const text = (words: string) => new TextEncoder().encode(words)
    const why = async (file: Uint8Array | string | null) => {
      const { status, body } = await send(people.hanh, draft, file)
      expect([status, body.refused]).toEqual([400, 'unreadable-file'])
      return body.why
    }
    expect(await why(null)).toBe('no-file')
    expect(await why('words')).toBe('no-file')
    expect(await why(text('not a zip'))).toBe('not-word')
    expect(await why(text('%PDF-1.7'))).toBe('pdf')
    expect(await why(zip({ 'a.txt': 'b' }))).toBe('not-word')
    expect((await send(people.hanh, draft, new Uint8Array(21 * 1024 * 1024))).status).toBe(413)
    const secret = wordFile({ body: p('TỐI MẬT') + p('Nội dung') })
    expect(await send(people.hanh, draft, secret)).toEqual({
      status: 400,
      body: { refused: 'state-secret' },
    })
  })

  it('[I3] stands there after a kill', async () => {
    await server.kill()
    server = await startServer({ dataDir: server.dataDir })
    const hanh = await signIn(server.origin, 'hanh')
    expect(await read(hanh, landed.draft)).toBe(landed.shown)
  })
})
