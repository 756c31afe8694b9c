// A meeting with fifty followers, every byte of theirs kept: what is private reaches no line, answer, log or file.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { sampleNames } from '../kit/domain-table'
import { type Follower, follow, toldOf } from '../kit/followers'
import { must, type People, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Visitor } from '../kit/visitor'

type Name = keyof People
/** In letters that no encoding changes, so that they are found in any bytes. */
const words = {
  note: 'bi-mat-rieng-4c1',
  edited: 'bi-mat-sua-roi-9d2',
  deleted: 'bi-mat-da-xoa-7e3',
  typed: 'bi-mat-tren-man-hinh-5f4',
  kept: 'phat-bieu-chua-noi-2a5',
  draft: 'gop-y-chua-gui-8b6',
  absence: 'ly-do-vang-3d8',
  released: 'phat-bieu-da-noi-6c7',
}
const secrets = Object.entries(words).filter(([name]) => name !== 'released')
const readers = ['dinh', 'bao', 'lam', 'phuong', 'hanh', 'tuan', 'nga', 'truc', 'khach'] as const
const refused = new Set(['kythuat', 'stranger'])

/** Which of these stand in the bytes; with names of their own, for the reader of a failure. */
const found = (bytes: Buffer, among: readonly (readonly [string, string])[] = secrets) =>
  among.filter(([, secret]) => bytes.includes(secret)).map(([name]) => name)

describe('[K8] fifty followers', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page
  let people: People
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as a script would read them
  let session: any
  let version: string
  const followers: Follower[] = []
  const path = (rest: string) => `/api/sessions/${session.id}/${rest}`
  const lives = () => followers.filter(({ door, name }) => /live/.test(door) && !refused.has(name))

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    session = await people.nga.sessionAt('inSession')
    version = session.versions.at(-1).id
    const doors = [
      `/live/${session.id}`,
      `/live/${session.id}?beat`,
      `/sync/${session.documents.minutes}`,
      `/sync/${session.documents.draft}`,
    ]
    const names = [...readers, 'kythuat', 'stranger'] as const
    const wanted = names.flatMap((name) => doors.map((door) => ({ name, door })))
    const more = { name: 'dinh' as const, door: `/live/${session.id}` }
    for (const { name, door } of [...wanted, ...Array(50 - wanted.length).fill(more)]) {
      const visitor = name === 'stranger' ? new Visitor(server.origin) : people[name as Name]
      followers.push(await follow(name, visitor, door))
    }
    browser = await openBrowser()
    page = await enter(browser, server.origin, 'thoa', { path: `/versions/${version}` })
  })
  afterAll(async () => {
    for (const { line } of followers) line.destroy()
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  /** What everyone hears, so that all that came before it has come. */
  const heardByAll = async () => {
    const at = Math.floor(Math.random() * 90_000) + 1000
    await must(people.nga.put(path('pointer'), { pointer: { version, paragraph: 3, at } }))
    await Promise.all(lives().map((one) => toldOf(one, `"at":${at}`)))
  }

  it('[N3][K8] hear no private note, no speech note that is kept, no comment that is not sent', async () => {
    const write = (by: Name, kind: string, body: string) =>
      must(people[by].post(path('notes'), { kind, body }))
    const note = await write('truc', 'note', `Hỏi lại: ${words.note}`)
    await must(people.truc.patch(`/api/notes/${note.id}`, { body: `Đã hỏi: ${words.edited}` }))
    const gone = await write('dinh', 'note', words.deleted)
    await must(people.dinh.send('DELETE', `/api/notes/${gone.id}`))
    await write('dinh', 'speech', `Sẽ nói: ${words.kept}`)
    const speech = await write('thoa', 'speech', `Xin nói: ${words.released}`)

    await page.getByRole('button', { name: 'Ghi chú riêng' }).click()
    await page.getByRole('button', { name: 'Thêm ghi chú' }).click()
    await page.getByLabel('Nội dung ghi chú').fill(words.typed)
    await page.getByLabel('Nội dung ghi chú').press('Control+Enter')
    await page.locator('.note-list').getByText(words.typed).waitFor()
    await page.getByRole('button', { name: 'Góp ý về cả văn bản' }).click()
    await page.getByLabel('Nội dung góp ý').pressSequentially(words.draft)

    const attendance = session.attendance.map((one: { username: string }) =>
      one.username === 'truc' ? { ...one, kind: 'excused', reason: words.absence } : one,
    )
    await must(people.tuan.put(path('attendance'), { attendance }))
    await must(people.thoa.post(path('speakers'), { paragraph: 4 }))
    const { meeting } = await must(people.nga.get(`/api/sessions/${session.id}`))
    await must(people.nga.put(path(`speakers/${meeting.speakers[0].id}`), { state: 'called' }))
    await heardByAll()
    for (const { bytes } of followers) expect(found(bytes(), Object.entries(words))).toEqual([])

    await must(people.thoa.post(`/api/notes/${speech.id}/release`))
    await must(
      people.tuan.post(path('minutes'), { speaker: meeting.speakers[0].id, words: 'Đồng ý.' }),
    )
    await Promise.all(lives().map((one) => toldOf(one, words.released)))
  })

  it('[Q4][K8] hear of a secret ballot that there is one more, the same whoever votes and however', async () => {
    const cast = async (ballots: readonly (readonly [Name, string])[]) => {
      await heardByAll()
      const from = new Map(lives().map((one) => [one, one.told.length]))
      const question = { question: 'Thông qua', way: 'secret' }
      const vote = await must(people.tuan.post(path('votes'), question))
      const answers: unknown[] = []
      for (const [name, choice] of ballots) {
        answers.push(await must(people[name].post(`/api/votes/${vote.id}/ballot`, { choice })))
        answers.push((await must(people.khach.get(path('votes')))).votes.at(-1))
      }
      await must(people.tuan.post(`/api/votes/${vote.id}/close`, { counts: null }))
      await heardByAll()
      const plain = (told: unknown) =>
        JSON.stringify(told)
          .replaceAll(vote.id, 'VOTE')
          .replace(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      return {
        answers: plain(answers),
        told: lives().map((one) =>
          one.told
            .slice(from.get(one))
            .filter((frame) => !/"type":"(pointer|beat)"/.test(frame))
            .map((frame) => plain(JSON.parse(frame))),
        ),
      }
    }
    const one = await cast([
      ['thoa', 'for'],
      ['dinh', 'against'],
      ['lam', 'for'],
    ])
    const other = await cast([
      ['lam', 'against'],
      ['thoa', 'for'],
      ['dinh', 'for'],
    ])
    expect(other).toEqual(one)
    // Opened, three ballots, closed: one frame each, to everyone the same.
    for (const frames of one.told) {
      expect(frames).toEqual(one.told[0])
      expect(frames).toHaveLength(5)
    }
    const everything = one.answers + one.told.flat().join('')
    for (const name of sampleNames) expect(everything).not.toContain(`"${name}"`)
  })

  it('[N3][K8] whoever may come in anywhere, by whatever door, is told nothing of it', async () => {
    await heardByAll()
    for (const { name, door, bytes } of followers) {
      expect([name, door, found(bytes())]).toEqual([name, door, []])
      if (refused.has(name)) expect(bytes().length).toBeLessThan(400)
    }
    // What was released is found by the same search: it is not blind.
    const spoken = [['released', words.released]] as const
    for (const { bytes } of lives()) expect(found(bytes(), spoken)).toEqual(['released'])

    const own: Partial<Record<string, readonly string[]>> = {
      truc: ['edited'],
      dinh: ['kept'],
      thoa: ['typed'],
    }
    const { outline, draft, minutes } = session.documents
    const doors = [
      ...['', '/notes', '/votes'].map((rest) => `/api/sessions/${session.id}${rest}`),
      ...['/api/me', '/api/people', '/api/sessions', '/api/news'],
      ...[outline, draft, minutes].flatMap((id) =>
        ['threads', 'text', 'history'].map((what) => `/api/documents/${id}/${what}`),
      ),
      ...['', '/threads', '/bytes'].map((rest) => `/api/versions/${version}${rest}`),
    ]
    for (const name of sampleNames) {
      const answers = await Promise.all(
        doors.map(async (door) => {
          const { body } = await people[name].get(door)
          return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
        }),
      )
      expect([name, found(Buffer.concat(answers))]).toEqual([name, own[name] ?? []])
    }
  })

  it('[N3][Q4][K8] neither the log nor the data folder tells, but for the notes’ own rows', async () => {
    const said = [...server.printed, server.complaints()].join('\n')
    expect(found(Buffer.from(said))).toEqual([])
    const files = readdirSync(server.dataDir, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    )
    expect(files.length).toBeGreaterThan(2)
    for (const entry of files) {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      const isRecords = bytes.subarray(0, 10).toString() === '{"format":'
      const lines = isRecords ? bytes.toString().split('\n') : []
      const rest = isRecords
        ? lines.filter(
            (line) =>
              !/^\{"id":"[^"]+","sessionId":"[^"]+","documentId":.*"releasedAt":/.test(line),
          )
        : [bytes.toString('latin1')]
      // Why somebody is absent stands in the session's row, for the minutes.
      const told = found(Buffer.from(rest.join('\n'), 'latin1')).filter((one) => one !== 'absence')
      expect([entry.name, told]).toEqual([entry.name, []])
      expect([entry.name, found(bytes).includes('deleted')]).toEqual([entry.name, false])
      // A secret vote's row: the question, the sums, and no person.
      const votes = lines.filter((line) => line.includes('"way":"secret"'))
      for (const name of sampleNames) expect(votes.join('')).not.toContain(`"${name}"`)
      for (const line of votes) {
        expect(Object.keys(JSON.parse(line.replace(/,$/, ''))).sort()).toEqual(voteFields)
      }
    }
  })
})

const voteFields = [
  'closedAt',
  'counts',
  'entitled',
  'id',
  'openedAt',
  'question',
  'sessionId',
  'state',
  'way',
]
