// From the meeting to the archive: nothing unanswered, the papers that approval produces, tasks, the next session.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOf, speaks } from '../kit/meeting'
import {
  act,
  answerAll,
  must,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  writeInto,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { refusal } from '../kit/visitor'

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

describe('revising', () => {
  it('[M8] is not submitted while anything is unanswered, and the refusal names what', async () => {
    const session = await sessionAt(people, 'inSession', { ready: true })
    const path = pathOf(session)
    const speech = await speaks(people, session, 'thoa', 'Nên ghi rõ số liệu.')
    await act(people.nga, session, 'close')
    const submit = () => people.hanh.post(path('moves'), { act: 'submit' })
    const seen = await must(people.hanh.get(`/api/sessions/${session.id}`))
    expect(seen.openOpinionCount).toBe(1)
    const { status, body } = await submit()
    expect([status, body.refused]).toEqual([409, 'unanswered'])
    const name = 'Võ Thị Kim Thoa'
    expect(body.missing).toMatchObject([
      { kind: 'comments', count: 3, named: { length: 3 } },
      { kind: 'opinions', count: 1, named: [{ name, words: 'Nên ghi rõ số liệu.' }] },
      { kind: 'items', count: 1, named: [{ name: null, words: 'Bổ sung số liệu' }] },
    ])
    expect(body.missing[0].named).toContainEqual({ name, words: 'Đề nghị xem lại.' })
    await answerAll(people, session)
    const item = seen.conclusion.find(({ kind }: { kind: string }) => kind === 'text')
    const conclusion = [{ ...item, answer: 'Đã bổ sung', passage: 'số liệu mới' }]
    const kept = await must(people.hanh.put(path('conclusion'), { conclusion }))
    expect(kept.conclusion[0]).toMatchObject(conclusion[0] as object)
    const answer = (given: object, by = people.hanh) =>
      by.post(`/api/opinions/${speech}/answer`, given)
    expect(await refusal(answer({ verdict: 'declined', reason: '' }))).toEqual([
      400,
      'reason-required',
    ])
    expect(await refusal(answer({ verdict: 'accepted' }, people.thoa))).toEqual([403, 'not-yours'])
    expect((await submit()).body.missing).toMatchObject([{ kind: 'opinions' }])
    await must(answer({ verdict: 'accepted', wording: 'số liệu mới' }))
    const again = await must(answer({ verdict: 'partly', reason: 'Chỉ một phần' }))
    expect(again.answers).toHaveLength(2)
    expect((await submit()).status).toBe(200)
    expect(await refusal(answer({ verdict: 'accepted' }))).toEqual([409, 'not-now'])
  })
})

describe('approval', () => {
  let session: SeenSession & { papersAfter?: { kind: string; id: string }[] }
  let path: (rest: string) => string
  const textOf = async (id = '', by = people.thoa) =>
    JSON.stringify((await must(by.get(`/api/documents/${id}/text`))).content)
  const paper = (kind: string) => session.papersAfter?.find((one) => one.kind === kind)?.id ?? ''

  beforeAll(async () => {
    session = await sessionAt(people, 'inSession', { ready: true })
    path = pathOf(session)
    const attendance = ['nga', 'thoa', 'hanh'].map((username) => ({ username, kind: 'present' }))
    await must(people.tuan.put(path('attendance'), { attendance }))
    const speech = await speaks(people, session, 'khach', 'Nên nhân rộng cách làm.')
    const vote = await must(
      people.tuan.post(path('votes'), { question: 'Ra nghị quyết', way: 'hands' }),
    )
    const counts = { for: 2, against: 1, other: 0 }
    await must(people.tuan.post(`/api/votes/${vote.id}/close`, { counts }))
    await act(people.nga, session, 'close')
    await answerAll(people, session)
    await must(people.hanh.post(`/api/opinions/${speech}/answer`, { verdict: 'accepted' }))
    const { conclusion } = session
    const answered = conclusion.map((one) => ({ ...one, answer: 'Đã bổ sung số liệu' }))
    await must(people.hanh.put(path('conclusion'), { conclusion: answered }))
    await act(people.hanh, session, 'submit')
    session = await act(people.phuong, session, 'approve')
  })

  it('[Z7] produces the papers from the cell’s templates, filled with what is known', async () => {
    expect(session.papersAfter?.map(({ kind }) => kind)).toEqual([
      'conclusion',
      'resolution',
      'answers',
      'report',
    ])
    const conclusion = await textOf(paper('conclusion'))
    for (const words of ['Báo cáo', 'Võ Thị Kim Thoa', '01/07/2189', 'Đã bổ sung số liệu']) {
      expect(conclusion).toContain(words)
    }
    expect(conclusion).not.toContain('{{')
    const resolution = await textOf(paper('resolution'))
    expect(resolution).toContain('có 2/3 đồng chí tán thành (66,7%)')
    const answers = await textOf(paper('answers'))
    expect(answers).toContain('Nên nhân rộng cách làm.')
    expect(answers).toContain('Tổng số ý kiến: 4; tiếp thu: 4;')
    expect(await textOf(paper('report'))).toContain('Có mặt 3/3')
    const own = await sessionAt(people, 'approved')
    const { papersAfter } = await must(people.nga.get(`/api/sessions/${own.id}`))
    expect(papersAfter.map(({ kind }: { kind: string }) => kind)).not.toContain('resolution')
  })

  it('[Z8] they are the secretary’s to change until the archive; a guest does not read them', async () => {
    const id = paper('conclusion')
    await writeInto(people.nga, id, 'Chi bộ giao chi ủy theo dõi.')
    expect(await textOf(id)).toContain('giao chi ủy theo dõi')
    expect(await refusal(people.khach.get(`/api/documents/${id}/text`))).toEqual([403, 'not-yours'])
    expect(await refusal(people.thoa.get(`/api/documents/${id}/threads`))).toEqual([
      403,
      'not-yours',
    ])
    for (const form of ['docx', 'pdf']) {
      const answer = await fetch(`${server.origin}/api/documents/${id}/${form}`, {
        headers: { cookie: people.thoa.cookie },
      })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-disposition')).toMatch(/filename="ket-luan-/)
    }
    expect(await refusal(people.thoa.get(`/api/documents/${session.documents.draft}/pdf`))).toEqual(
      [404, 'not-found'],
    )
    const writer = await people.nga.open(id).synced()
    const ended = writer.refused()
    await act(people.lam, session, 'archive')
    expect(await ended).toMatchObject({ code: 4409 })
    writer.leave()
  })
})

describe('tasks', () => {
  interface Task {
    readonly item: string
    readonly state: string
    readonly dueOn: string
    readonly session: { readonly id: string; readonly stage: string }
    readonly reports: readonly { readonly words: string }[]
  }
  const list = async (by = people.thoa): Promise<Task[]> => (await must(by.get('/api/tasks'))).tasks

  it('[Z9] are reported by their person, after the archive and a restart too; done says what shows it', async () => {
    const session = await sessionAt(people, 'archived')
    const path = pathOf(session)
    const own = async () => (await list()).find(({ session: { id } }) => id === session.id)
    expect(await own()).toMatchObject({ item: 'c2', state: 'notBegun', dueOn: '2189-07-01' })
    const report = (given: object, by = people.thoa) => by.post(path('tasks/c2/reports'), given)
    const begun = { state: 'underWay', words: 'Đã mời báo cáo viên' }
    expect(await refusal(report(begun, people.nga))).toEqual([403, 'not-yours'])
    expect(await refusal(people.thoa.post(path('tasks/c1/reports'), begun))).toEqual([
      404,
      'not-found',
    ])
    await must(report(begun))
    expect(await refusal(report({ state: 'done', words: ' ' }))).toEqual([400, 'evidence-required'])
    // It changes hands, and never lacks a person from now on.
    const task = (responsible: string | null) => ({
      conclusion: [{ ...session.conclusion[1], responsible, dueOn: '2190-01-01' }],
    })
    expect(await refusal(people.nga.put(path('conclusion'), task(null)))).toEqual([
      409,
      'task-incomplete',
    ])
    await must(people.nga.put(path('conclusion'), task('dinh')))
    expect(await refusal(report(begun))).toEqual([403, 'not-yours'])
    await must(report({ state: 'done', words: 'Biên bản lớp tập huấn' }, people.dinh))
    await server.stop()
    server = await startServer({ demo: true, dataDir: server.dataDir })
    people = await signInAll(server.origin)
    const kept = await own()
    expect(kept).toMatchObject({
      state: 'done',
      dueOn: '2190-01-01',
      session: { stage: 'archived' },
    })
    expect(kept?.reports.map(({ words }) => words)).toEqual([
      'Đã mời báo cáo viên',
      'Biên bản lớp tập huấn',
    ])
    expect(await list(people.khach)).toEqual([])
    expect(await list(people.kythuat)).toEqual([])
  })

  it('[Z9] stand in the order of their days, those done last', async () => {
    const all = await list()
    const keys = all.map(({ state, dueOn }) => `${state === 'done' ? 1 : 0} ${dueOn}`)
    expect(keys).toEqual([...keys].sort())
    expect(new Set(all.map(({ session: { stage } }) => stage))).toContain('archived')
  })
})

describe('the next session', () => {
  it('[Z11] is named by the chair, becomes a planned one, and is the same when named again', async () => {
    const session = await sessionAt(people, 'inSession')
    const name = (given: object, by = people.nga) => by.put(pathOf(session)('next'), given)
    const wish = { topic: 'Văn hóa đọc', presenter: 'dinh', into: null }
    expect(await refusal(name(wish, people.tuan))).toEqual([403, 'not-yours'])
    expect(await refusal(name({ ...wish, presenter: 'khach' }))).toEqual([400, 'not-a-reader'])
    const { next } = await must(name(wish))
    const planned = () => must(people.thoa.get(`/api/sessions/${next.sessionId}`))
    expect(await planned()).toMatchObject({
      stage: 'planned',
      topic: 'Văn hóa đọc',
      seats: { presenter: 'dinh' },
    })
    const again = await must(name({ topic: 'Văn hóa đọc sách', presenter: 'bao' }))
    expect(again.next.sessionId).toBe(next.sessionId)
    expect((await planned()).topic).toBe('Văn hóa đọc sách')
    const free = await must(
      people.nga.post('/api/sessions', {
        topic: 'Chưa giao',
        meetingAt: '2189-12-01T07:00:00.000Z',
      }),
    )
    const filled = await must(name({ topic: 'An toàn mạng', presenter: 'thoa', into: free.id }))
    expect(filled.next.sessionId).toBe(free.id)
    const { topic, seats } = await must(people.thoa.get(`/api/sessions/${free.id}`))
    expect([topic, seats.presenter]).toEqual(['An toàn mạng', 'thoa'])
    expect(await refusal(name({ ...wish, into: session.id }))).toEqual([404, 'not-found'])
  })
})
