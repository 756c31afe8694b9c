// What the meeting leaves: the conclusion made of opinions, the score, minutes signed, tasks, papers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../kit/notes'
import { must, type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

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

const pathOf = (session: SeenSession) => (rest: string) => `/api/sessions/${session.id}/${rest}`

/** Somebody is called and what they say goes into the minutes; gives the opinion's id. */
async function speaks(session: SeenSession, name: 'thoa' | 'khach', words: string) {
  const path = pathOf(session)
  const { meeting } = await must(people[name].post(path('speakers'), {}))
  const { id } = meeting.speakers.at(-1)
  await must(people.nga.put(path(`speakers/${id}`), { state: 'called' }))
  await must(people.tuan.post(path('minutes'), { speaker: id, words }))
  return id as string
}

describe('the conclusion', () => {
  let session: SeenSession
  let path: (rest: string) => string
  beforeAll(async () => {
    session = await sessionAt(people, 'inSession')
    path = pathOf(session)
  })
  const item = {
    kind: 'task',
    body: 'Mở lớp tập huấn',
    answer: '',
    responsible: 'thoa',
    dueOn: '2189-07-01',
  }

  it('[Z1] says of which opinions an item was made; they are of this session', async () => {
    const speech = await speaks(session, 'thoa', 'Nên tập huấn.')
    const { opinions } = await must(people.hanh.get(path('opinions')))
    expect(opinions).toMatchObject([{ id: speech, author: 'thoa', words: 'Nên tập huấn.' }])
    const { threads } = await must(
      people.nga.get(`/api/versions/${session.versions.at(-1)?.id}/threads`),
    )
    const conclusion = [
      { ...item, id: 'z1', evidence: 'Biên bản lớp', from: [speech, threads[0].id] },
    ]
    const kept = await must(people.nga.put(path('conclusion'), { conclusion }))
    expect(kept.conclusion).toEqual(conclusion)
    const foreign = [{ ...item, id: 'z2', from: ['elsewhere'] }]
    expect(await refusal(people.nga.put(path('conclusion'), { conclusion: foreign }))).toEqual([
      404,
      'not-found',
    ])
    expect(await refusal(people.khach.get(path('opinions')))).toEqual([403, 'not-yours'])
  })

  it('[Z2] the session is scored by chair or minutes-taker, never beyond a criterion', async () => {
    const scores = [
      { name: 'Nội dung', most: 10, points: 9.5 },
      { name: 'Thời gian', most: 10, points: 8 },
    ]
    const put = (given: unknown, by = people.tuan) =>
      by.put(path('self-score'), { scores: given, note: 'Cần gọn hơn' })
    expect(await refusal(put(scores, people.thoa))).toEqual([403, 'not-yours'])
    expect(await refusal(put([{ ...scores[0], points: 11 }]))).toEqual([400, 'unreadable-request'])
    const { selfScore } = await must(put(scores))
    expect(selfScore).toMatchObject({ scores, by: 'tuan' })
    await must(people.tuan.post(path('minutes'), { selfScore: true }))
    const text = JSON.stringify(
      await must(people.tuan.get(`/api/documents/${session.documents.minutes}/text`)),
    )
    expect(text).toContain('1. Nội dung: 9,5/10 điểm.')
    expect(text).toContain('Tổng 17,5/20 điểm; tự xếp loại: khá.')
  })
})
