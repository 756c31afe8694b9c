// Answers whose wording the server puts into the text: what stays as it is, what is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { paperSchema } from '../../shared/document/schema'
import {
  accept,
  comment,
  leave,
  openScene,
  paragraph,
  passageOf,
  runsOf,
  sentence,
  stateOf,
  textOf,
  untilText,
  words,
} from '../kit/answer-scene'
import { BoundEditor, find } from '../kit/bound-editor'
import { threadsIn, wishFor } from '../kit/marked-paper'
import {
  act,
  closedWindow,
  must,
  type People,
  remark,
  sessionAt,
  signInAll,
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

const { nodes } = paperSchema

describe('[T8] wording put into the text', () => {
  it('leaves bold, italic, links and the other comments as they are', async () => {
    const place = await openScene(people, sentence)
    const { writer, reader } = place
    const lay = (quoted: string, name: string, attrs?: object) => {
      const [from, to] = find(writer.doc, quoted)
      writer.dispatch(writer.tr.addMark(from, to, paperSchema.mark(name, attrs ?? null)))
    }
    lay('có 31', 'bold')
    lay('viên', 'italic')
    lay('tham gia tập', 'link', { href: 'https://example.vn/tap-huan' })
    await writer.client.allSaved()
    const thread = await comment(place)
    const inside = await comment(place, 'giáo')
    const partly = await comment(place, 'gia tập huấn')
    const covering = await comment(place, sentence)
    await must(accept(people.hanh, thread, '32 giáo viên đều tham gia'))
    await untilText(reader, sentence.replace(words, '32 giáo viên đều tham gia'))
    const marked = (doc: Y.Doc) =>
      Object.fromEntries(runsOf(doc).map(([run, names]) => [run, names]))
    const sorted = (...names: string[]) => names.toSorted()
    expect(marked(reader.client.doc)).toEqual({
      'Nhà trường ': [covering],
      'có ': sorted('bold', covering),
      '32': sorted('bold', covering, thread),
      ' ': sorted(covering, thread),
      giáo: sorted(covering, thread, inside),
      viên: sorted(covering, thread, 'italic'),
      ' đều ': sorted(covering, thread),
      'tham ': sorted(covering, thread, 'link'),
      gia: sorted(covering, thread, 'link', partly),
      ' tập': sorted(covering, 'link', partly),
      ' huấn': sorted(covering, partly),
      ' trong học kỳ.': [covering],
    })
    leave(place)
  })

  it('goes into list items and table cells', async () => {
    const place = await openScene(people, 'Mở đầu')
    const { writer, reader } = place
    const item = nodes.listItem?.create(null, paragraph('Rà soát 12 hồ sơ')) as never
    const cell = nodes.tableCell?.create(null, paragraph('Chỉ tiêu 80 phần trăm')) as never
    const row = nodes.tableRow?.create(null, cell) as never
    writer.dispatch(
      writer.tr.insert(writer.doc.content.size, [
        nodes.bulletList?.create(null, item) as never,
        nodes.table?.create(null, row) as never,
      ]),
    )
    await writer.client.allSaved()
    const [first, second] = [await comment(place, '12 hồ sơ'), await comment(place, '80 phần')]
    await must(accept(people.hanh, first, '15 bộ hồ sơ'))
    await must(accept(people.hanh, second, '85 phần'))
    await untilText(reader, 'Mở đầu\nRà soát 15 bộ hồ sơ\nChỉ tiêu 85 phần trăm')
    expect(reader.doc.toString()).toBe(
      'doc(paragraph("Mở đầu"), bulletList(listItem(paragraph("Rà soát ", comment("15 bộ hồ sơ")))), ' +
        'table(tableRow(tableCell(paragraph("Chỉ tiêu ", comment("85 phần"), " trăm")))))',
    )
    leave(place)
  })

  it('goes line by line into words of two paragraphs; other numbers of lines are refused', async () => {
    const place = await openScene(people, 'Trước đó một câu.', 'Sau đó hai câu.', 'Hết.')
    const both = await comment(place, 'một câu.\nSau đó hai')
    const one = await comment(place, 'Hết')
    const across = [409, 'across-paragraphs']
    expect(await refusal(accept(people.hanh, both, 'chỉ một dòng'))).toEqual(across)
    expect(await refusal(accept(people.hanh, both, 'một\nhai\nba'))).toEqual(across)
    expect(await refusal(accept(people.hanh, both, ''))).toEqual(across)
    expect(await refusal(accept(people.hanh, one, 'hai\ndòng'))).toEqual(across)
    expect(await stateOf(place, both)).toMatchObject({ state: 'open', answers: [] })
    await must(accept(people.hanh, both, 'đúng 1 câu.\nSau đó 2'))
    await untilText(place.reader, 'Trước đó đúng 1 câu.\nSau đó 2 câu.\nHết.')
    expect(await passageOf(place, both)).toBe('đúng 1 câu.\nSau đó 2')
    leave(place)
  })

  it('is refused when a colleague has edited the words, until the presenter has seen them', async () => {
    const place = await openScene(people, sentence)
    const thread = await comment(place)
    const [from] = find(place.writer.doc, 'viên')
    place.writer.dispatch(place.writer.tr.insertText('sinh ', from))
    await place.writer.client.allSaved()
    const now = '31 giáo sinh viên tham gia'
    expect(await refusal(accept(people.hanh, thread, '32 người'))).toEqual([409, 'words-changed'])
    expect(await refusal(accept(people.hanh, thread, '32 người', { replaces: words }))).toEqual([
      409,
      'words-changed',
    ])
    expect(await stateOf(place, thread)).toMatchObject({ state: 'open', answers: [] })
    expect(await passageOf(place, thread)).toBe(now)
    const answered = await must(accept(people.hanh, thread, '32 người', { replaces: now }))
    expect(answered.answers).toMatchObject([{ verdict: 'accepted', applied: true }])
    await untilText(place.reader, sentence.replace(words, '32 người'))
    leave(place)
  })

  it('is refused when the words are gone; an answer without it is taken', async () => {
    const place = await openScene(people, sentence, 'Còn lại.')
    const thread = await comment(place)
    place.writer.cutBlock(words)
    await place.writer.client.allSaved()
    expect(await refusal(accept(people.hanh, thread, '32 người'))).toEqual([409, 'words-gone'])
    expect(await passageOf(place, thread)).toBeNull()
    const whole = await must(people.thoa.post(`/api/documents/${place.draft}/threads`, remark))
    expect(await refusal(accept(people.hanh, whole.id, 'khác'))).toEqual([409, 'words-gone'])
    await must(people.hanh.post(`/api/threads/${thread}/answer`, { verdict: 'accepted' }))
    leave(place)
  })

  it('is NFC, whatever form it was sent in', async () => {
    const place = await openScene(people, sentence)
    const thread = await comment(place)
    await must(accept(people.hanh, thread, 'toàn thể giáo viên'.normalize('NFD')))
    await untilText(place.reader, sentence.replace(words, 'toàn thể giáo viên'))
    leave(place)
  })

  it('sent twice, one after the other or at once, is there once', async () => {
    const place = await openScene(people, sentence)
    const thread = await comment(place)
    const wording = `${words} và 5 nhân viên`
    await Promise.all(
      [accept(people.hanh, thread, wording), accept(people.bao, thread, wording)].map(must),
    )
    // What the marks are put right to in between.
    await threadsIn(people.truc, place.draft)
    await must(accept(people.hanh, thread, wording))
    await untilText(place.reader, sentence.replace(words, wording))
    expect(await stateOf(place, thread)).toMatchObject({ state: 'answered', detached: false })
    leave(place)
  })

  it('[R13] is for presenter and co-authors, while they may write that paper', async () => {
    const place = await openScene(people, sentence)
    const thread = await comment(place)
    for (const name of [
      'nga',
      'lam',
      'phuong',
      'thoa',
      'tuan',
      'truc',
      'khach',
      'kythuat',
    ] as const) {
      expect([name, ...(await refusal(accept(people[name], thread, 'x')))]).toEqual([
        name,
        403,
        'not-yours',
      ])
      // Who is decided before what is missing.
      const declined = { verdict: 'declined', reason: '' }
      expect([name, ...(await refusal(accept(people[name], thread, 'x', declined)))]).toEqual([
        name,
        403,
        'not-yours',
      ])
    }
    expect(await refusal(accept(people.hanh, thread, 'x', { verdict: 'partly' }))).toEqual([
      400,
      'reason-required',
    ])
    expect(textOf(place.writer)).toBe(sentence)
    await must(accept(people.bao, thread, '32 người'))
    await untilText(place.reader, sentence.replace(words, '32 người'))
    leave(place)
  })

  it('[R13] of a comment on the outline is refused once the draft is begun', async () => {
    const session = await sessionAt(people, 'outline')
    const { outline } = session.documents
    const editor = new BoundEditor(await people.hanh.open(outline).synced())
    editor.append(sentence)
    await editor.client.allSaved()
    const { before: _b, after: _a, ...wish } = wishFor(editor.client.doc, words)
    const path = `/api/documents/${outline}/threads`
    const { id } = await must(people.thoa.post(path, { ...wish, ...remark }))
    await act(people.hanh, session, 'startDraft')
    expect(await refusal(accept(people.hanh, id, '32 người'))).toEqual([409, 'not-now'])
    expect(textOf(editor).trim()).toBe(sentence)
    await must(people.hanh.post(`/api/threads/${id}/answer`, { verdict: 'accepted' }))
    editor.leave()
  })

  it('goes on after the window has closed, and not once the text is frozen', async () => {
    const place = await openScene(people, sentence, 'Câu thứ hai của dự thảo.')
    const [first, second] = [await comment(place), await comment(place, 'thứ hai')]
    const windows = { draft: closedWindow }
    await must(people.nga.patch(`/api/sessions/${place.session.id}`, { windows }))
    await must(accept(people.hanh, first, '32 người'))
    await act(people.phuong, place.session, 'pass')
    await act(people.tuan, place.session, 'freeze')
    expect(await refusal(accept(people.hanh, second, 'thứ ba'))).toEqual([409, 'not-now'])
    leave(place)
  })
})
