// The table of answers at the doors: who gets it, what it says, and its files while the server goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AnswersTable, answersTable } from '../../shared/papers/answers-schema'
import { BoundEditor } from '../kit/bound-editor'
import { readPdf } from '../kit/read-pdf'
import {
  act,
  must,
  type People,
  remark,
  type SeenSession,
  sessionAt,
  signInAll,
  writeInto,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { unzip } from '../kit/unzip'
import { refusal, Visitor } from '../kit/visitor'

let server: RunningServer
let people: People

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

const read = async (visitor: Visitor, path: string): Promise<AnswersTable> =>
  answersTable.parse(await must(visitor.get(`/api/${path}/answers`)))
const doors = ['answers', 'answers/docx', 'answers/pdf'] as const

describe('the eight sample comments, answered', () => {
  let session: SeenSession
  beforeAll(async () => {
    session = await people.thoa.sessionAt('approved')
  })

  it('are eight rows in the order of the paper, with totals and contributions', async () => {
    const { rows, totals, contributions } = await read(
      people.thoa,
      `documents/${session.documents.draft}`,
    )
    expect(totals).toEqual({
      comments: 8,
      open: 0,
      verdicts: { accepted: 6, partly: 1, declined: 1 },
      kinds: { understanding: 0, remark: 8, proposal: 0 },
      agreements: 0,
    })
    expect(rows[0]).toMatchObject({
      ground: 'draft',
      version: null,
      stands: 'words',
      quote: expect.stringContaining('17/31'),
      author: { username: 'lam', name: 'Nguyễn Văn Lâm', posts: ['deputySecretary'] },
      verdict: 'accepted',
      reason: expect.stringContaining('19/31'),
    })
    expect(rows.every(({ paragraphs }) => paragraphs !== null)).toBe(true)
    const numbers = rows.map(({ paragraphs }) => paragraphs?.[0] ?? 0)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(rows[0]?.headings[0]).toMatch(/^II/)
    expect(contributions.map(({ person, comments }) => [person.username, comments])).toEqual([
      ['bao', 1],
      ['dinh', 1],
      ['lam', 1],
      ['nga', 1],
      ['phuong', 1],
      ['thoa', 1],
      ['truc', 1],
      ['tuan', 1],
    ])
  })

  it('come as a Word file and as a PDF under names of their own', async () => {
    const path = `documents/${session.documents.draft}`
    const word = await people.thoa.file(`/api/${path}/answers/docx`)
    expect(word.status).toBe(200)
    expect(word.type).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    )
    expect(word.disposition).toMatch(
      /^attachment; filename="bang-tong-hop-gop-y-du-thao-hoc-tap-[a-z0-9-]+\.docx"; filename\*=UTF-8''B%E1%BA%A3ng%20/,
    )
    const name = decodeURIComponent(word.disposition.split("UTF-8''")[1] ?? '')
    expect(name).toMatch(/^Bảng tổng hợp góp ý - Dự thảo - Học tập và làm theo .+\.docx$/)
    const xml = unzip(word.bytes).get('word/document.xml') ?? ''
    expect(xml).toContain('Tổng số ý kiến: 8. Tiếp thu: 6; tiếp thu một phần: 1; không tiếp thu: 1')
    expect(xml).toContain('Phó bí thư')
    const pdf = await people.thoa.file(`/api/${path}/answers/pdf`)
    expect([pdf.status, pdf.type]).toEqual([200, 'application/pdf'])
    expect(pdf.disposition).toContain('.pdf"')
    const text = readPdf(pdf.bytes).pages.join(' ')
    expect(text).toContain('Tổng số ý kiến: 8.')
    expect(text).toContain('Trần Thị Hạnh')
  })
})

describe('what a table holds', () => {
  it('[B1] [B2] [B3] the last answer, no withdrawn comment, and of deleted words the quote', async () => {
    const session = await sessionAt(people, 'draft')
    const { draft } = session.documents
    const writer = new BoundEditor(await people.hanh.open(draft).synced())
    const quote = 'Đề cương thử nghiệm'
    const path = `/api/documents/${draft}/threads`
    const kept = await must(people.dinh.post(path, { ...remark, ...writer.quote(quote) }))
    const withdrawn = await must(people.truc.post(path, remark))
    await must(people.truc.send('DELETE', `/api/threads/${withdrawn.id}`))
    const answerPath = `/api/threads/${kept.id}/answer`
    await must(people.hanh.post(answerPath, { verdict: 'declined', reason: 'Chưa rõ' }))
    await must(
      people.bao.post(answerPath, { verdict: 'partly', reason: 'Đã rõ', wording: 'Đề cương mới' }),
    )
    const before = await read(people.thoa, `documents/${draft}`)
    expect(before.rows.find(({ thread }) => thread === kept.id)).toMatchObject({
      stands: 'words',
      paragraphs: [1, 1],
      verdict: 'partly',
      reason: 'Đã rõ',
      wording: 'Đề cương mới',
    })
    expect(before.rows.some(({ thread }) => thread === withdrawn.id)).toBe(false)
    writer.client.doc.getXmlFragment('default').delete(0, 1)
    await writer.client.allSaved()
    writer.client.leave()
    const after = await read(people.thoa, `documents/${draft}`)
    expect(after.rows.at(-1)).toMatchObject({ thread: kept.id, stands: 'deleted', quote })
    expect(after.totals).toEqual(before.totals)
  })

  it('[B5] the rounds of a session one after the other; a guest reads those of versions', async () => {
    const session = await sessionAt(people, 'frozen')
    const [version] = session.versions
    await must(people.khach.post(`/api/versions/${version?.id}/threads`, remark))
    const whole = await read(people.nga, `sessions/${session.id}`)
    expect(whole.rows.map(({ ground, version }) => [ground, version])).toEqual([
      ['outline', null],
      ['draft', null],
      ['version', 1],
    ])
    const guest = await read(people.khach, `sessions/${session.id}`)
    expect(guest.rows.map(({ ground }) => ground)).toEqual(['version'])
    expect(guest).toEqual(await read(people.khach, `versions/${version?.id}`))
    const { status, bytes } = await people.khach.file(`/api/sessions/${session.id}/answers/docx`)
    expect(status).toBe(200)
    expect(unzip(bytes).get('word/document.xml')).toContain('Tổng số ý kiến: 1.')
  })

  it('[B1] a carried comment in its version alone, with those who agree, people by name', async () => {
    let session = await sessionAt(people, 'frozen')
    const version = `versions/${session.versions[0]?.id}`
    const body = 'Theo đồng chí @hanh, cần bổ sung.'
    const { id } = await must(people.thoa.post(`/api/${version}/threads`, { ...remark, body }))
    for (const name of ['dinh', 'bao'] as const) {
      await must(people[name].put(`/api/threads/${id}/agreement`, { agrees: true }))
    }
    session = await act(people.nga, session, 'reopen', 'Bổ sung')
    const rows = (table: AnswersTable) => table.rows.filter(({ thread }) => thread === id)
    expect(rows(await read(people.nga, `documents/${session.documents.draft}`))).toEqual([])
    const whole = await read(people.nga, `sessions/${session.id}`)
    expect(rows(whole)).toMatchObject([
      {
        ground: 'version',
        version: 1,
        body: 'Theo đồng chí Trần Thị Hạnh, cần bổ sung.',
        agreed: [{ name: 'Phạm Quốc Bảo' }, { name: 'Trương Công Định' }],
      },
    ])
    expect(whole.totals.agreements).toBe(2)
    const of = ({ contributions }: AnswersTable, username: string) =>
      contributions.find(({ person }) => person.username === username)
    expect(of(whole, 'dinh')).toMatchObject({ comments: 0, agreements: 1 })
  })

  it('nothing while nobody has commented', async () => {
    const session = await sessionAt(people, 'outline')
    await writeInto(people.hanh, session.documents.outline, 'Đề cương')
    const table = await read(people.thoa, `sessions/${session.id}`)
    expect(table).toMatchObject({ rows: [], contributions: [], totals: { comments: 0 } })
    const { status } = await people.thoa.file(`/api/sessions/${session.id}/answers/pdf`)
    expect(status).toBe(200)
  })
})

describe('who gets a table', () => {
  it('[B5] [R5] [R6] whoever reads the comments there; refusals come in their order', async () => {
    let session = await sessionAt(people, 'frozen')
    session = await act(people.nga, session, 'reopen', 'Bổ sung')
    const nobody = new Visitor(server.origin)
    const { outline, draft, minutes } = session.documents
    const version = `versions/${session.versions[0]?.id}`
    const places = [`documents/${outline}`, `documents/${draft}`, version, `sessions/${session.id}`]
    for (const door of doors) {
      for (const place of places) {
        expect(await refusal(nobody.get(`/api/${place}/${door}`))).toEqual([401, 'not-signed-in'])
        expect(await refusal(people.kythuat.get(`/api/${place}/${door}`))).toEqual([
          403,
          'not-yours',
        ])
        // At the draft's stage a guest reads nothing at all.
        expect(await refusal(people.khach.get(`/api/${place}/${door}`))).toEqual([403, 'not-yours'])
      }
      for (const place of ['documents', 'versions', 'sessions']) {
        expect(await refusal(nobody.get(`/api/${place}/none/${door}`))).toEqual([
          401,
          'not-signed-in',
        ])
        expect(await refusal(people.khach.get(`/api/${place}/none/${door}`))).toEqual([
          404,
          'not-found',
        ])
      }
      expect(await refusal(people.thoa.get(`/api/documents/${minutes}/${door}`))).toEqual([
        403,
        'not-yours',
      ])
      const frozen = await sessionAt(people, 'frozen')
      expect(
        await refusal(people.khach.get(`/api/documents/${frozen.documents.draft}/${door}`)),
      ).toEqual([403, 'not-yours'])
    }
  })
})

describe('a long table', () => {
  it('[B6] of 300 comments is made while the server answers others', async () => {
    const session = await sessionAt(people, 'draft')
    const path = `/api/documents/${session.documents.draft}/threads`
    const body = 'Đề nghị ghi rõ thời điểm chốt số liệu, đối chiếu với tổ trưởng. '.repeat(3)
    const posted = Array.from({ length: 300 }, () => people.thoa.post(path, { ...remark, body }))
    for (const { status } of await Promise.all(posted)) expect(status).toBe(201)
    let isMade = false
    const making = people.nga
      .file(`/api/documents/${session.documents.draft}/answers/pdf`)
      .then((file) => {
        isMade = true
        return file
      })
    let answeredMeanwhile = 0
    while (!isMade) {
      await must(people.thoa.get('/healthz'))
      answeredMeanwhile++
    }
    const { bytes } = await making
    expect(answeredMeanwhile).toBeGreaterThan(3)
    expect(/Tổng số ý kiến: \d+/.exec(readPdf(bytes).pages.join(' '))?.[0]).toBe(
      'Tổng số ý kiến: 300',
    )
  })
})
