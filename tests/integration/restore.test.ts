// Older texts at the doors: who may read them, putting one back, named points, and what stays meanwhile.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Point } from '../../shared/records/point'
import { BoundEditor } from '../kit/bound-editor'
import { expected, samplePeople, stageNames } from '../kit/domain-table'
import { flatOf, marksOf, untilIn, wishFor } from '../kit/marked-paper'
import { act, must, type People, remark, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

const first = 'Nhà trường có ba mươi giáo viên tham gia tập huấn.'
const second = 'Chi bộ họp chuyên đề mỗi quý một lần theo kế hoạch.'

describe('older texts of a session', () => {
  let server: RunningServer
  let people: People
  let session: Awaited<ReturnType<typeof sessionAt>>
  let draft: string
  let version: { id: string; sha256: string }

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    session = await sessionAt(people, 'draft')
    draft = session.documents.draft
    const editor = new BoundEditor(await people.hanh.open(draft).synced())
    editor.append(first, second)
    await editor.client.allSaved()
    editor.leave()
    await act(people.phuong, session, 'pass')
    session = await act(people.tuan, session, 'freeze')
    version = session.versions.at(-1) as typeof version
    session = await act(people.nga, session, 'reopen', 'Bổ sung số liệu')
  })
  afterAll(async () => {
    await server?.stop()
    server?.forget()
  })

  const textNow = async () => (await must(people.thoa.get(`/api/documents/${draft}/text`))).content
  const path = (end: string) => `/api/documents/${draft}/${end}`

  it('[D4] the live text and its history are read by who may read the paper now, by no guest', async () => {
    for (const end of ['text', 'history']) {
      expect((await people.truc.get(path(end))).status).toBe(200)
      expect((await people.khach.get(path(end))).body).toEqual({ refused: 'not-yours' })
      expect((await people.kythuat.get(path(end))).body).toEqual({ refused: 'not-yours' })
    }
    expect((await people.thoa.get('/api/documents/nothing/text')).status).toBe(404)
    expect((await people.thoa.get(path('history/yesterday'))).status).toBe(404)
    expect((await people.thoa.get(path('history/2020-01-01T00:00:00Z'))).status).toBe(404)
  })

  it('[D8] every move is a point of the history, with its name, by whoever made it, at the text of that moment', async () => {
    const { points, moments } = await must(people.truc.get(path('history')))
    const made = points.map(({ kind, name, by }: Point) => [kind, name, by])
    expect(made.slice(-4)).toEqual([
      ['move', 'startDraft', made.at(-4)?.[2]],
      ['move', 'pass', 'phuong'],
      ['move', 'freeze', 'tuan'],
      ['move', 'reopen', 'nga'],
    ])
    const { content } = await must(people.thoa.get(`/api/versions/${version.id}`))
    for (const { moment } of points.slice(-3)) {
      const at = new Date(moment).toISOString()
      expect(moments).toContain(at)
      const kept = await must(people.thoa.get(path(`history/${at}`)))
      expect(kept.content).toEqual(content)
    }
    const { outline } = session.documents
    const before = await must(people.truc.get(`/api/documents/${outline}/history`))
    const names = before.points.map(({ name }: Point) => name)
    expect(names).toEqual(['assign', 'startDraft'])
  })

  it('[D4] the text that the committee passed can be read until the pass is void', async () => {
    expect((await people.thoa.get(path('passed'))).status).toBe(404)
    await act(people.phuong, session, 'pass')
    const passed = await must(people.thoa.get(path('passed')))
    expect(passed.content).toEqual(await textNow())
    expect((await people.khach.get(path('passed'))).status).toBe(403)
  })

  it('[D5] a version is put back by forward edits: comments stay, and so does what a colleague writes', async () => {
    const editor = new BoundEditor(await people.hanh.open(draft).synced())
    const colleague = new BoundEditor(await people.bao.open(draft).synced())
    const { before: _, after: __, ...wish } = wishFor(editor.client.doc, 'ba mươi giáo viên')
    const { id } = await must(people.thoa.post(path('threads'), { ...wish, ...remark }))
    await editor.untilMarked(id, 'ba mươi giáo viên')
    editor.append('Một đoạn mới viết thêm sau khi mở lại.')
    await editor.client.allSaved()
    await colleague.client.until((text) => text.includes('viết thêm'))
    // What comes before the server looks is a part of the older text; what comes after stays.
    colleague.client.provider.disconnect()
    const last = flatOf(colleague.client.doc).spans.find(({ text }) =>
      text.toString().startsWith('Chi bộ'),
    )
    last?.text.insert(last.text.length, ' Mới.')
    const point = await must(people.bao.post(path('restore'), { version: version.id }))
    colleague.client.provider.connect()
    expect(point).toMatchObject({ kind: 'restore', by: 'bao', name: '1' })
    for (const { client } of [editor, colleague]) {
      const read = () => flatOf(client.doc).text
      await untilIn(
        client.doc,
        () => !read().includes('viết thêm') && read().includes(' Mới.'),
        read,
      )
      expect(read()).toContain(`${first}\n${second} Mới.`)
      expect(Object.keys(marksOf(client.doc))).toContain(id)
    }
    const kept = await must(
      people.thoa.get(path(`history/${new Date(point.moment).toISOString()}`)),
    )
    expect(JSON.stringify(kept.content)).toContain('viết thêm')
    const letters = kept.written.flat().filter(([by]: [string]) => by === 'hanh')
    expect(letters.length).toBeGreaterThan(0)
    editor.leave()
    colleague.leave()
  })

  it('[D5] afterwards the canonical text is the version’s, and what was there before can be put back', async () => {
    await must(people.hanh.post(path('restore'), { version: version.id }))
    const { content } = await must(people.thoa.get(`/api/versions/${version.id}`))
    expect(await textNow()).toEqual(content)
    const { points } = await must(people.thoa.get(path('history')))
    const before = points.at(-1)
    await must(people.hanh.post(path('restore'), { moment: before.moment }))
    expect(JSON.stringify(await textNow())).toContain(' Mới.')
  })

  it('[D5] only who may write the paper now puts a text back, and only one of its own session', async () => {
    const wish = { version: version.id }
    expect((await people.thoa.post(path('restore'), wish)).body).toEqual({ refused: 'not-yours' })
    expect((await people.khach.post(path('restore'), wish)).body).toEqual({ refused: 'not-yours' })
    const other = await people.hanh.sessionAt('archived')
    const foreign = { version: other.versions[0].id }
    expect((await people.hanh.post(path('restore'), foreign)).status).toBe(404)
    expect((await people.hanh.post(path('restore'), { moment: 5 })).status).toBe(404)
    expect((await people.hanh.post(path('restore'), { moment: 'x' })).status).toBe(400)
    const frozen = await people.hanh.sessionAt('frozen')
    const late = await people.hanh.post(`/api/documents/${frozen.documents.draft}/restore`, {
      version: frozen.versions[0].id,
    })
    expect(late.body).toEqual({ refused: 'not-now' })
  })

  it('[D6] writers and the secretary name the present moment; others read it', async () => {
    const point = await must(people.nga.post(path('points'), { name: 'Trước khi gửi chi ủy' }))
    expect(point).toMatchObject({ kind: 'named', by: 'nga', name: 'Trước khi gửi chi ủy' })
    await must(people.hanh.post(path('points'), { name: 'Bản của tôi' }))
    expect((await people.thoa.post(path('points'), { name: 'x' })).body.refused).toBe('not-yours')
    expect((await people.nga.post(path('points'), { name: ' ' })).status).toBe(400)
    const { points, moments } = await must(people.truc.get(path('history')))
    expect(points.map(({ name }: { name: string }) => name)).toContain('Bản của tôi')
    expect(moments.length).toBeGreaterThanOrEqual(2)
  })

  it.each(stageNames)(
    '[D6] %s: the present moment is named by whom the table lets',
    async (stage) => {
      for (const name of [
        'nga',
        'lam',
        'phuong',
        'hanh',
        'bao',
        'tuan',
        'khach',
        'kythuat',
      ] as const) {
        const { documents } = await people.nga.sessionAt(stage)
        const { status, body } = await people[name].post(
          `/api/documents/${documents.draft}/points`,
          {
            name: 'Mốc',
          },
        )
        const answer = status === 201 ? 'yes' : body.refused
        expect([name, answer]).toEqual([name, expected('namePoint', samplePeople[name], stage)])
      }
    },
  )

  it('[D6] points outlive the process', async () => {
    const before = await must(people.nga.get(path('history')))
    await server.stop()
    server = await startServer({ dataDir: server.dataDir })
    people = await signInAll(server.origin)
    expect(await must(people.nga.get(path('history')))).toEqual(before)
  })
})
