// The meeting through its doors: programme, the item under way, speaking in turn, votes that nobody can trace.
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleNames } from '../kit/domain-table'
import { earOn } from '../kit/notes'
import { must, type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { refusal } from '../kit/visitor'

let server: RunningServer
let people: People
let session: SeenSession
const path = (rest: string) => `/api/sessions/${session.id}/${rest}`
const here = ['nga', 'lam', 'phuong', 'hanh', 'thoa', 'truc', 'khach'] as const
const voters = ['nga', 'lam', 'phuong', 'hanh', 'thoa'] as const

const inSession = async () => {
  session = await sessionAt(people, 'inSession')
  const attendance = here.map((username) => ({ username, kind: 'present' }))
  await must(people.tuan.put(path('attendance'), { attendance }))
}

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  await inSession()
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

describe('the programme', () => {
  const items = [
    { id: 'a', kind: 'inform', title: 'Điểm danh', person: 'tuan', minutes: 5 },
    { id: 'b', kind: 'discuss', title: 'Thảo luận', person: null, minutes: 60 },
  ]

  it('[Q1] is the secretary’s to plan, the chair’s to go through; everyone sees where it stands', async () => {
    const ear = await earOn(people.khach, session)
    await must(people.lam.put(path('programme'), { programme: items }))
    const led = await must(people.nga.put(path('running'), { item: 'b' }))
    expect(led.meeting.running).toEqual({ item: 'b', since: expect.any(String) })
    while (!ear.heard.some((frame) => frame.includes('"running":{"item":"b"')))
      await once(ear.socket, 'message')
    ear.socket.terminate()
    expect(await refusal(people.nga.put(path('running'), { item: 'z' }))).toEqual([
      404,
      'not-found',
    ])
    const shorter = await must(people.lam.put(path('programme'), { programme: items.slice(0, 1) }))
    expect(shorter.meeting.running).toBeNull()
  })

  it('[Q1] names each item once, and only people of the cell', async () => {
    const put = (programme: unknown) => refusal(people.nga.put(path('programme'), { programme }))
    expect(await put([items[0], items[0]])).toEqual([400, 'unreadable-request'])
    expect(await put([{ ...items[0], person: 'ai-do' }])).toEqual([400, 'unknown-person'])
    expect(await put([{ ...items[0], minutes: 0 }])).toEqual([400, 'unreadable-request'])
  })

  it('[Z13] two who plan it at once lose nothing of each other’s, and moved items stay moved', async () => {
    const put = (programme: object[], seen?: object[], by = people.lam) =>
      by.put(path('programme'), { programme, seen })
    const titles = async (answer: ReturnType<typeof put>) =>
      (await must(answer)).meeting.programme.map(({ title }: { title: string }) => title)
    const [roll, talk] = items as [object, object]
    await must(put(items))
    await must(people.nga.put(path('running'), { item: 'b' }))
    const vote = { ...talk, id: 'c', kind: 'decide', title: 'Biểu quyết' }
    expect(await titles(put([...items, vote], items, people.nga))).toEqual([
      ...['Điểm danh', 'Thảo luận', 'Biểu quyết'],
    ])
    // The secretary has not seen the chair's vote, and takes the discussion first.
    expect(await titles(put([{ ...talk, minutes: 45 }, roll], items))).toEqual([
      ...['Thảo luận', 'Biểu quyết', 'Điểm danh'],
    ])
    const longer = put([{ ...talk, minutes: 50 }, roll, vote], items, people.nga)
    expect(await refusal(longer)).toEqual([409, 'changed-meanwhile'])
    const many = (from: number) =>
      Array.from({ length: 40 }, (_, i) => ({ ...roll, id: String(from + i) }))
    await must(put(many(0)))
    expect(await refusal(put(many(100), []))).toEqual([400, 'unreadable-request'])
  })
})

describe('the roll', () => {
  it('[V12] two who keep it do not overwrite one another: a mark is of one person', async () => {
    const mark = (attendance: object[], by = people.tuan) =>
      must(by.patch(path('attendance'), { attendance }))
    await Promise.all([
      mark([{ username: 'dinh', kind: 'absent' }]),
      mark([{ username: 'bao', kind: 'excused', reason: 'Ốm' }], people.nga),
    ])
    const rest = ['dinh', 'tuan'].map((username) => ({
      username,
      kind: 'excused',
      onlyUnset: true,
    }))
    const { attendance } = await mark([...rest, { username: 'bao', kind: 'absent' }], people.nga)
    expect(attendance).toHaveLength(here.length + 3)
    for (const [username, kind] of [
      ['thoa', 'present'],
      ['dinh', 'absent'],
      ['bao', 'absent'],
      ['tuan', 'excused'],
    ]) {
      expect(attendance).toContainEqual({ username, kind })
    }
    const unknown = people.nga.patch(path('attendance'), {
      attendance: [{ username: 'ai-do', kind: 'present' }],
    })
    expect(await refusal(unknown)).toEqual([400, 'unknown-person'])
  })
})

describe('speaking', () => {
  const speakers = async () =>
    (await must(people.nga.get(`/api/sessions/${session.id}`))).meeting.speakers as {
      id: string
      username: string
      paragraph: number | null
      calledAt: string | null
      endedAt: string | null
    }[]

  it('[Q2] goes in the order of asking, one person at a time; who waits asks once', async () => {
    await must(people.thoa.post(path('speakers'), { paragraph: 3 }))
    await must(people.khach.post(path('speakers'), {}))
    await must(people.thoa.post(path('speakers'), { paragraph: 4 }))
    const [first, second] = await speakers()
    expect([first?.username, first?.paragraph, second?.username]).toEqual(['thoa', 4, 'khach'])
    const call = (id = '', state = 'called') => people.nga.put(path(`speakers/${id}`), { state })
    await must(call(first?.id))
    await must(call(second?.id))
    const [ended, speaking] = await speakers()
    expect(ended?.endedAt).toBe(speaking?.calledAt)
    expect(await refusal(call(first?.id))).toEqual([409, 'not-now'])
    await must(call(second?.id, 'ended'))
    expect(await refusal(call(second?.id, 'ended'))).toEqual([409, 'not-now'])
  })

  it('[Q2] is called by whoever leads; a wish is taken back by its owner or the leader', async () => {
    await must(people.truc.post(path('speakers'), {}))
    const wish = (await speakers()).at(-1)?.id
    const at = path(`speakers/${wish}`)
    expect(await refusal(people.truc.put(at, { state: 'called' }))).toEqual([403, 'not-yours'])
    expect(await refusal(people.thoa.send('DELETE', at))).toEqual([403, 'not-yours'])
    await must(people.truc.send('DELETE', at))
    expect((await speakers()).some(({ id }) => id === wish)).toBe(false)
  })
})

describe('a vote', () => {
  const openVote = (way: string) =>
    must(people.tuan.post(path('votes'), { question: 'Thông qua nghị quyết', way }))
  const ballot = (name: (typeof here)[number], id: string, choice = 'for') =>
    people[name].post(`/api/votes/${id}/ballot`, { choice })
  const close = (id: string, counts: object | null = null) =>
    people.tuan.post(`/api/votes/${id}/close`, { counts })
  /** Every file of the data folder, as text. */
  const onDisk = () =>
    readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.mdb'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))

  it('[Q3] by hands is counted by the minutes-taker, over those present with a vote', async () => {
    const vote = await openVote('hands')
    expect(vote.entitled).toBe(voters.length)
    expect(await refusal(ballot('thoa', vote.id))).toEqual([409, 'not-now'])
    expect(await refusal(close(vote.id, { for: 5, against: 1, other: 0 }))).toEqual([
      400,
      'too-many-votes',
    ])
    const closed = await must(close(vote.id, { for: 3, against: 1, other: 1 }))
    expect(closed).toMatchObject({ state: 'closed', counts: { for: 3, against: 1, other: 1 } })
    expect(await refusal(close(vote.id, { for: 5, against: 0, other: 0 }))).toEqual([
      409,
      'vote-over',
    ])
  })

  it('[Q3] is cast once by each who is present and has a vote', async () => {
    const vote = await openVote('secret')
    expect(await refusal(ballot('truc', vote.id))).toEqual([403, 'not-yours'])
    expect(await refusal(ballot('khach', vote.id))).toEqual([403, 'not-yours'])
    expect(
      await refusal(people.dinh.post(`/api/votes/${vote.id}/ballot`, { choice: 'for' })),
    ).toEqual([409, 'not-present'])
    const pressed = await Promise.all([ballot('thoa', vote.id), ballot('thoa', vote.id)])
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await must(close(vote.id))).counts).toEqual({ for: 1, against: 0, other: 0 })
    expect(await refusal(ballot('nga', vote.id))).toEqual([409, 'vote-over'])
  })

  it('[Q4] in secret leaves no trace of who voted how: not on a socket, in an answer or on disk', async () => {
    const vote = await openVote('secret')
    const ear = await earOn(people.tuan, session)
    const before = onDisk()
    const choices = { nga: 'for', lam: 'against', phuong: 'for', hanh: 'other', thoa: 'for' }
    const answers = []
    for (const [i, name] of voters.entries()) {
      answers.push(await must(ballot(name, vote.id, choices[name])))
      while (ear.heard.length <= i) await once(ear.socket, 'message')
      expect(onDisk()).toEqual(before)
    }
    for (const told of [...answers, ...ear.heard.map((frame) => JSON.parse(frame).vote)]) {
      expect(told).toEqual({ ...vote, cast: expect.any(Number) })
    }
    const closed = await must(close(vote.id))
    expect(closed).toMatchObject({ counts: { for: 3, against: 1, other: 1 }, entitled: 5 })
    const kept = onDisk().join('')
    const row = kept.split('\n').find((line) => line.includes(vote.id)) ?? ''
    for (const name of sampleNames) expect(row).not.toContain(`"${name}"`)
    ear.socket.terminate()
  })

  it('[Q4] in secret that a restart interrupts is void, and says so; the counted ones stay', async () => {
    const vote = await openVote('secret')
    await must(ballot('nga', vote.id))
    await server.kill()
    server = await startServer({ demo: true, dataDir: server.dataDir })
    people = await signInAll(server.origin)
    const { votes } = await must(people.khach.get(path('votes')))
    const states = votes.map(({ state }: { state: string }) => state)
    expect(states).toEqual(['closed', 'closed', 'closed', 'void'])
    expect(await refusal(ballot('lam', vote.id))).toEqual([409, 'vote-over'])
    expect(await refusal(close(vote.id))).toEqual([409, 'vote-over'])
  })
})
