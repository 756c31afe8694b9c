// Before a meeting, through the doors: absences, opened papers, programme, invitation, calendar.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { earOn } from '../kit/notes'
import { readPdf } from '../kit/read-pdf'
import { must, type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { unzip } from '../kit/unzip'
import { refusal } from '../kit/visitor'

let server: RunningServer
let people: People
let session: SeenSession
/** Its letters, without the tags between them. */
const wordsOfDocx = (bytes: Uint8Array) =>
  (unzip(bytes).get('word/document.xml') ?? '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
const path = (rest: string) => `/api/sessions/${session.id}/${rest}`

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  session = await sessionAt(people, 'frozen')
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

describe('absences', () => {
  const illness = 'con ốm 5c1e77'
  const say = (name: keyof People, whom: string, reason: string) =>
    people[name].put(path(`absences/${whom}`), { reason })

  it('[V1] are announced by oneself with a reason, and taken back', async () => {
    expect(await refusal(say('thoa', 'thoa', '  '))).toEqual([400, 'reason-required'])
    const said = await must(say('thoa', 'thoa', illness))
    expect(said.absences).toEqual([
      { username: 'thoa', reason: illness, by: 'thoa', at: expect.any(String) },
    ])
    await must(say('thoa', 'thoa', 'công tác'))
    const own = await must(people.thoa.get('/api/absences'))
    expect(own.absences).toEqual([
      { sessionId: session.id, reason: 'công tác', at: expect.any(String) },
    ])
    await must(people.thoa.send('DELETE', path('absences/thoa')))
    expect(await refusal(people.thoa.send('DELETE', path('absences/thoa')))).toEqual([
      404,
      'not-found',
    ])
    expect((await must(people.thoa.get('/api/absences'))).absences).toEqual([])
  })

  it('[V1] are announced for somebody by who keeps the list, of people who are called', async () => {
    await must(say('tuan', 'dinh', 'đi công tác'))
    expect(await refusal(say('thoa', 'bao', 'bận'))).toEqual([403, 'not-yours'])
    expect(await refusal(say('lam', 'kythuat', 'bận'))).toEqual([400, 'unknown-person'])
    expect(await refusal(say('lam', 'ai-do', 'bận'))).toEqual([400, 'unknown-person'])
  })

  it('[V2] are seen by who leads the meeting and by oneself, and reach nobody else', async () => {
    const ears = await Promise.all(
      (['bao', 'khach', 'truc'] as const).map((name) => earOn(people[name], session)),
    )
    await must(say('thoa', 'thoa', illness))
    for (const name of ['nga', 'lam', 'tuan', 'thoa'] as const) {
      const { absences } = await must(people[name].get(path('absences')))
      const reasons = absences.map(({ reason }: { reason: string }) => reason)
      expect([name, reasons.includes(illness)]).toEqual([name, true])
    }
    const attendance = [
      { username: 'thoa', kind: 'excused', reason: illness },
      { username: 'bao', kind: 'present', reason: 'không ghi' },
    ]
    await must(people.tuan.put(path('attendance'), { attendance }))
    const kept = await must(people.nga.get(path('absences')))
    expect(kept.attendance).toEqual([
      { username: 'thoa', kind: 'excused', reason: illness },
      { username: 'bao', kind: 'present' },
    ])
    for (const name of ['bao', 'khach', 'truc'] as const) {
      const said = [
        await people[name].get(path('absences')),
        await people[name].get(`/api/sessions/${session.id}`),
        await people[name].get('/api/sessions'),
        await people[name].get('/api/absences'),
      ]
      expect([name, JSON.stringify(said).includes(illness)]).toEqual([name, false])
    }
    // Whoever changed the list was answered after it was told.
    for (const { socket, heard } of ears) {
      expect(heard.some((frame) => frame.includes('"thoa","kind":"excused"'))).toBe(true)
      expect(heard.join()).not.toContain(illness)
      socket.terminate()
    }
  })

  it('[V2] leave their reasons in the minutes, which begin with them', async () => {
    const meeting = await sessionAt(people, 'frozen')
    const attendance = [{ username: 'dinh', kind: 'excused', reason: 'đi công tác' }]
    await must(people.tuan.put(`/api/sessions/${meeting.id}/attendance`, { attendance }))
    await must(people.nga.post(`/api/sessions/${meeting.id}/moves`, { act: 'open' }))
    const { content } = await must(
      people.tuan.get(`/api/documents/${meeting.documents.minutes}/text`),
    )
    expect(JSON.stringify(content)).toContain('Trương Công Định (đi công tác)')
    expect(
      await refusal(
        people.thoa.put(`/api/sessions/${meeting.id}/absences/thoa`, { reason: 'bận' }),
      ),
    ).toEqual([409, 'not-now'])
  })
})

describe('who has opened the papers', () => {
  interface Seen {
    paper: string
    opened: number
    called: number
    notYet: string[]
  }
  const openings = async (): Promise<Seen[]> =>
    (await must(people.hanh.get(path('openings')))).papers

  it('[V3] is noted by the server, once a person, and shown without times or ranks', async () => {
    const [, draft, before] = await openings()
    expect(draft?.paper).toBe('draft')
    expect(before?.notYet).toContain('thoa')
    expect(before?.notYet).toContain('khach')
    const version = `/api/versions/${session.versions.at(-1)?.id}`
    for (const name of ['thoa', 'thoa', 'khach'] as const) await must(people[name].get(version))
    const [outline, , after] = await openings()
    expect([after?.opened, after?.called]).toEqual([(before?.opened ?? 0) + 2, before?.called])
    expect(after?.notYet).not.toContain('thoa')
    // A guest reads no live paper, and is not missed there.
    expect(outline?.notYet).not.toContain('khach')
    expect((outline?.called ?? 0) + 1).toBe(after?.called)
    expect(Object.keys(after ?? {}).sort()).toEqual(
      ['called', 'id', 'notYet', 'number', 'opened', 'paper'].sort(),
    )
  })

  it('[V3] counts whoever opens a live paper at its socket', async () => {
    const { draft } = session.documents
    const [, earlier] = await openings()
    expect(earlier?.notYet).toContain('lam')
    const client = await people.lam.open(draft).synced()
    client.leave()
    let [, later] = await openings()
    while (later?.notYet.includes('lam')) [, later] = await openings()
    expect(later?.opened).toBe((earlier?.opened ?? 0) + 1)
  })
})

describe('the programme and the invitation', () => {
  const programme = () => [
    { id: 'a', kind: 'inform', title: 'Điểm danh', person: 'tuan', minutes: 5 },
    {
      id: 'b',
      kind: 'discuss',
      title: 'Thảo luận <dự thảo>',
      person: null,
      minutes: 100,
      papers: [{ kind: 'version', id: session.versions.at(-1)?.id }],
    },
  ]

  it('[V5] names papers of its own session, and whether the meeting is a combined one', async () => {
    const put = (json: unknown) => people.lam.put(path('programme'), json)
    const kept = await must(put({ programme: programme(), isCombined: true }))
    expect(kept.meeting.programme[1].papers).toEqual(programme()[1]?.papers)
    expect(kept.isCombined).toBe(true)
    expect((await must(put({ programme: programme() }))).isCombined).toBe(true)
    const foreign = [{ ...programme()[0], papers: [{ kind: 'draft', id: 'khac' }] }]
    expect(await refusal(put({ programme: foreign }))).toEqual([404, 'not-found'])
  })

  it('[V5] the notice is the cell’s template with the programme, as Word and as PDF', async () => {
    for (const form of ['docx', 'pdf'] as const) {
      const made = await fetch(`${server.origin}${path(`invitation/${form}`)}`, {
        headers: { cookie: people.bao.cookie },
      })
      const bytes = new Uint8Array(await made.arrayBuffer())
      expect(made.status).toBe(200)
      const words = form === 'docx' ? wordsOfDocx(bytes) : readPdf(bytes).pages.join(' ')
      for (const part of ['THÔNG BÁO', 'CHƯƠNG TRÌNH DỰ KIẾN', 'Thảo luận <dự thảo>', 'định kỳ'])
        expect(words.replace(/\s+/g, ' ')).toContain(part)
      expect(words).not.toContain('{{')
    }
  })

  it('[V5] a letter names its guest; a guest and a technician get none', async () => {
    const file = await fetch(`${server.origin}${path('invitation/docx?to=khach')}`, {
      headers: { cookie: people.nga.cookie },
    })
    const words = wordsOfDocx(new Uint8Array(await file.arrayBuffer()))
    const { people: all } = await must(people.nga.get('/api/people'))
    const { name } = all.find(({ username }: { username: string }) => username === 'khach')
    expect(words).toContain('GIẤY MỜI')
    expect(words).toContain(`Kính gửi: Đồng chí ${name}`)
    const docx = path('invitation/docx')
    expect(await refusal(people.khach.get(docx))).toEqual([403, 'not-yours'])
    expect(await refusal(people.kythuat.get(docx))).toEqual([403, 'not-yours'])
    expect(await refusal(people.nga.get(`${docx}?to=ai-do`))).toEqual([400, 'unknown-person'])
  })

  it('[V6] the calendar file holds the meeting, as long as its programme, for whoever sees it', async () => {
    const { status, headers, body } = await people.khach.get(path('ics'))
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(body).toContain('DTSTART:21890601T070000Z')
    // 105 minutes are planned, 120 is the least of a combined meeting.
    expect(body).toContain('DTEND:21890601T090000Z')
    expect(await refusal(people.kythuat.get(path('ics')))).toEqual([403, 'not-yours'])
  })
})
