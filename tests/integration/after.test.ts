// What the meeting leaves: the conclusion made of opinions, the score, minutes signed, tasks, papers.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOf, speaks } from '../kit/meeting'
import {
  conclusion,
  must,
  type People,
  present,
  type SeenSession,
  sessionAt,
  signInAll,
  writeInto,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { unzipBytes } from '../kit/unzip'
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
    const speech = await speaks(people, session, 'thoa', 'Nên tập huấn.')
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

  it('[Z13] two who write it at once lose nothing of each other’s', async () => {
    const put = (who: 'nga' | 'tuan', bodies: Record<string, string>, seen?: unknown) =>
      people[who].put(path('conclusion'), {
        conclusion: Object.entries(bodies).map(([id, body]) => ({ ...item, id, body })),
        seen,
      })
    const bodies = async (answer: ReturnType<typeof put>) =>
      (await must(answer)).conclusion.map(({ body }: { body: string }) => body)
    const { conclusion: seen } = await must(put('nga', { a: 'Một', b: 'Hai' }))
    expect(await bodies(put('tuan', { a: 'Một', b: 'Hai', c: 'Ba' }, seen))).toEqual([
      ...['Một', 'Hai', 'Ba'],
    ])
    // The chair saw only two of them, changed one and added another.
    expect(await bodies(put('nga', { a: 'Một, sửa', b: 'Hai', d: 'Bốn' }, seen))).toEqual([
      ...['Một, sửa', 'Hai', 'Ba', 'Bốn'],
    ])
    expect(await refusal(put('tuan', { a: 'Một, khác', b: 'Hai', c: 'Ba' }, seen))).toEqual([
      409,
      'changed-meanwhile',
    ])
    // Who says nothing of what was seen replaces the list, as before.
    expect(await bodies(put('nga', { a: 'Một' }))).toEqual(['Một'])
    expect(await bodies(put('nga', { b: 'Hai', a: 'Một' }))).toEqual(['Hai', 'Một'])
  })

  it('[Z13] two who score it at once lose nothing of each other’s', async () => {
    const scores = (...points: number[]) =>
      points.map((one, i) => ({ name: `Tiêu chí ${i}`, most: 10, points: one }))
    const put = (by: 'nga' | 'tuan', points: number[], note: string, seen?: unknown) =>
      people[by].put(path('self-score'), { scores: scores(...points), note, seen })
    const first = (await must(put('tuan', [7, 8], '', null))).selfScore
    // Who had seen none either, and says the same of one and otherwise of the other.
    expect(await refusal(put('nga', [7, 9], '', null))).toEqual([409, 'changed-meanwhile'])
    await must(put('tuan', [9, 8], '', first))
    const both = (await must(put('nga', [7, 6], 'Cần gọn hơn', first))).selfScore
    expect(both).toMatchObject({ scores: scores(9, 6), note: 'Cần gọn hơn', by: 'nga' })
    expect(await refusal(put('tuan', [5, 8], '', first))).toEqual([409, 'changed-meanwhile'])
    const other = { name: 'Tiêu chí khác', most: 10, points: 1 }
    for (const seen of [null, both]) {
      const wish = { scores: [...scores(9), other], note: '', seen }
      expect(await refusal(people.nga.put(path('self-score'), wish))).toEqual([
        409,
        'changed-meanwhile',
      ])
    }
    // Who says nothing of what was seen replaces it, as before.
    expect((await must(put('tuan', [1, 2], ''))).selfScore).toMatchObject({ scores: scores(1, 2) })
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

describe('the minutes', () => {
  let session: SeenSession
  let path: (rest: string) => string
  beforeAll(async () => {
    session = await sessionAt(people, 'inSession')
    path = pathOf(session)
  })
  const agree = (by = people.nga) => by.post(path('minutes/agreed'), {})
  const sign = (by: typeof people.nga, seat: string) =>
    by.post(path('minutes/signatures'), { seat })
  const reopen = (reason?: string) => people.tuan.post(path('minutes/reopened'), { reason })

  it('[Z3] are frozen as they are agreed; whoever writes them loses the right within a second', async () => {
    expect(await refusal(sign(people.tuan, 'minutesTaker'))).toEqual([409, 'not-agreed'])
    expect(await refusal(agree(people.tuan))).toEqual([403, 'not-yours'])
    expect(await refusal(agree())).toEqual([409, 'no-conclusion'])
    await must(people.nga.put(path('conclusion'), { conclusion }))
    const vote = await must(people.tuan.post(path('votes'), { question: 'Nhất trí', way: 'hands' }))
    expect(await refusal(agree())).toEqual([409, 'vote-open'])
    const counts = { for: 0, against: 0, other: 0 }
    await must(people.tuan.post(`/api/votes/${vote.id}/close`, { counts }))
    const writer = await people.tuan.open(session.documents.minutes).synced()
    const ended = writer.refused()
    const agreed = await must(agree())
    const at = Date.now()
    expect(await ended).toMatchObject({ code: 4409 })
    expect(Date.now() - at).toBeLessThan(1000)
    writer.leave()
    expect(await refusal(agree())).toEqual([409, 'not-now'])
    const { versionId, sha256, number } = agreed.minutesSigned
    const bytes = await fetch(`${server.origin}/api/versions/${versionId}/bytes`, {
      headers: { cookie: people.thoa.cookie },
    }).then((answer) => answer.arrayBuffer())
    expect(createHash('sha256').update(new Uint8Array(bytes)).digest('hex')).toBe(sha256)
    expect([number, agreed.versions.length]).toEqual([1, session.versions.length])
    // A guest reads frozen versions of the draft; minutes take no comments.
    expect(await refusal(people.khach.get(`/api/versions/${versionId}`))).toEqual([
      403,
      'not-yours',
    ])
    expect(await refusal(people.thoa.get(`/api/versions/${versionId}/threads`))).toEqual([
      403,
      'not-yours',
    ])
  })

  it('[Z12] hold the conclusion, the score, the votes and the roll as they were; to change them is to reopen', async () => {
    const scores = [{ name: 'Nội dung', most: 10, points: 9 }]
    for (const change of [
      people.nga.put(path('conclusion'), { conclusion: [conclusion[0]] }),
      people.tuan.put(path('self-score'), { scores, note: '' }),
      people.tuan.put(path('attendance'), present),
      people.tuan.post(path('minutes'), { conclusion: true }),
      people.tuan.post(path('votes'), { question: 'Nhất trí', way: 'hands' }),
    ]) {
      expect(await refusal(change)).toEqual([409, 'minutes-agreed'])
    }
    expect((await must(people.nga.get(`/api/sessions/${session.id}`))).conclusion).toHaveLength(2)
  })

  it('[Z4] are reopened with a reason before both have signed; the agreed version stays in its chain', async () => {
    await must(sign(people.tuan, 'minutesTaker'))
    expect(await refusal(sign(people.tuan, 'minutesTaker'))).toEqual([409, 'already-signed'])
    expect(await refusal(sign(people.tuan, 'chair'))).toEqual([403, 'not-yours'])
    const { minutesSigned: first } = await must(people.nga.get(`/api/sessions/${session.id}`))
    expect(await refusal(reopen())).toEqual([400, 'reason-required'])
    expect((await must(reopen('Sót một ý kiến'))).minutesSigned).toBeNull()
    await writeInto(people.tuan, session.documents.minutes, 'Ý kiến bổ sung')
    await must(people.nga.put(path('conclusion'), { conclusion: [conclusion[0]] }))
    const { minutesSigned: again } = await must(agree())
    const version = await must(people.nga.get(`/api/versions/${again.versionId}`))
    expect(version).toMatchObject({ number: 2, previousSha256: first.sha256 })
    expect(again.by).toEqual([])
  })

  it('[Z4] are closed for ever with the second signature, also after a restart', async () => {
    await must(sign(people.nga, 'chair'))
    await must(sign(people.tuan, 'minutesTaker'))
    await server.stop()
    server = await startServer({ demo: true, dataDir: server.dataDir })
    people = await signInAll(server.origin)
    const { minutesSigned } = await must(people.nga.get(`/api/sessions/${session.id}`))
    expect(minutesSigned.by.map(({ seat }: { seat: string }) => seat)).toEqual([
      'chair',
      'minutesTaker',
    ])
    expect(await refusal(reopen('Muốn sửa'))).toEqual([409, 'minutes-closed'])
    expect(await refusal(people.tuan.post(path('minutes'), { selfScore: true }))).toEqual([
      409,
      'minutes-agreed',
    ])
  })

  it('[Z5] leave as Word and PDF with both names, and are in the dossier, a chain of their own', async () => {
    const { minutesSigned } = await must(people.nga.get(`/api/sessions/${session.id}`))
    const take = async (at: string, by = people.thoa) => {
      const answer = await fetch(server.origin + at, { headers: { cookie: by.cookie } })
      expect(answer.status).toBe(200)
      return new Uint8Array(await answer.arrayBuffer())
    }
    const word = unzipBytes(await take(`/api/versions/${minutesSigned.versionId}/docx`))
    const text = (word.get('word/document.xml') ?? '').toString().replace(/<[^>]+>/g, ' ')
    for (const words of ['NGƯỜI GHI BIÊN BẢN', 'CHỦ TRÌ HỘI NGHỊ', 'Nguyễn Thị Hồng Nga']) {
      expect(text).toContain(words)
    }
    const dossier = unzipBytes(await take(`/api/sessions/${session.id}/dossier`))
    const own = [...dossier.keys()].filter((name) => name.startsWith('bien-ban/'))
    expect(own).toHaveLength(6)
    expect(own.some((name) => name.endsWith(`${minutesSigned.sha256}.json`))).toBe(true)
    const guests = unzipBytes(await take(`/api/sessions/${session.id}/dossier`, people.khach))
    expect([...guests.keys()].some((name) => name.startsWith('bien-ban/'))).toBe(false)
  })
})
