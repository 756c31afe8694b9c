// Wording goes into the text while others type, undo, freeze, and while the process is killed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  accept,
  comment,
  leave,
  openScene,
  passageOf,
  type Scene,
  sentence,
  stateOf,
  untilText,
  words,
} from '../kit/answer-scene'
import { BoundEditor, find } from '../kit/bound-editor'
import { flatOf } from '../kit/marked-paper'
import { act, must, type People, signInAll } from '../kit/session-maker'
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

describe('[T8] while others are at work', () => {
  it('a colleague who types in the same paragraph loses nothing', async () => {
    const place = await openScene(people, sentence)
    const thread = await comment(place)
    const colleague = new BoundEditor(await people.bao.open(place.draft).synced())
    const typed = 'Theo báo cáo mới nhất của tổ chuyên môn: '
    const sent = accept(people.hanh, thread, '32 thầy cô đã dự')
    for (const [i, letter] of [...typed].entries()) {
      const [from] = find(colleague.doc, 'Nhà trường')
      colleague.dispatch(colleague.tr.insertText(letter, from))
      const end = find(colleague.doc, 'tập huấn')[1]
      if (i % 4 === 0) colleague.dispatch(colleague.tr.insertText('!', end))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await must(sent)
    await colleague.client.allSaved()
    const expected = typed + sentence.replace(words, '32 thầy cô đã dự')
    await untilText(place.reader, expected.replace('tập huấn', `tập huấn${'!'.repeat(11)}`))
    colleague.leave()
    leave(place)
  })

  it('the presenter’s undo takes back what the presenter typed, not the wording', async () => {
    const place = await openScene(people, sentence)
    const thread = await comment(place)
    const { writer } = place
    writer.startUndoStep()
    writer.dispatch(writer.tr.insertText('Nay ', 1))
    await must(accept(people.hanh, thread, '32 thầy cô đã dự'))
    const applied = sentence.replace(words, '32 thầy cô đã dự')
    await untilText(writer, `Nay ${applied}`)
    writer.undo()
    await writer.client.allSaved()
    await untilText(place.reader, applied)
    expect(await passageOf(place, thread)).toBe('32 thầy cô đã dự')
    leave(place)
  })

  it('a freeze has all of it, or none', async () => {
    const texts = Array.from({ length: 12 }, (_, i) => `Câu số ${i} có đúng ${i + 100} chữ ở đây.`)
    const place = await openScene(people, ...texts)
    const ids: string[] = []
    for (const i of texts.keys()) ids.push(await comment(place, `đúng ${i + 100} chữ`))
    await act(people.phuong, place.session, 'pass')
    const moves = `/api/sessions/${place.session.id}/moves`
    const [early, late] = [ids.slice(0, 6), ids.slice(6)]
    const answers = early.map((id, i) => accept(people.hanh, id, `chừng ${i + 200} chữ`))
    const freezing = people.tuan.post(moves, { act: 'freeze' })
    answers.push(...late.map((id, i) => accept(people.hanh, id, `chừng ${i + 206} chữ`)))
    const [frozen, ...outcomes] = await Promise.all([freezing, ...answers])
    expect(frozen.status).toBe(200)
    const version = await must(people.nga.get(`/api/versions/${frozen.body.versions[0].id}`))
    const content = JSON.stringify(version.content)
    for (const [i, { status, body }] of outcomes.entries()) {
      expect([200, 409]).toContain(status)
      if (status === 409) expect(body.refused).toBe('not-now')
      expect([i, content.includes(`chừng ${i + 200} chữ`)]).toEqual([i, status === 200])
      expect([i, content.includes(`đúng ${i + 100} chữ`)]).toEqual([i, status === 409])
    }
    const newcomer = await people.truc.open(place.draft).synced()
    const lines = version.content.content.map((block: { content: { text: string }[] }) =>
      block.content.map(({ text }) => text).join(''),
    )
    expect(flatOf(newcomer.doc).text).toBe(lines.join('\n'))
    const states = await Promise.all(ids.map((id) => stateOf(place, id)))
    expect(states.map(({ state }) => state)).toEqual(
      outcomes.map(({ status }) => (status === 200 ? 'answered' : 'open')),
    )
    newcomer.leave()
    leave(place)
  })
})

describe('[T6][T8] a kill between the text and its record', () => {
  it('leaves no comment answered without its words; sent again, none stands there twice', async () => {
    let own = await startServer({ demo: true })
    const port = Number(new URL(own.origin).port)
    const signed = people
    people = await signInAll(own.origin)
    const count = 16
    const texts = Array.from({ length: count }, (_, i) => `Mục ${i}: cần ${i + 100} suất quà tặng.`)
    const place = await openScene(people, ...texts)
    const ids: string[] = []
    for (const i of texts.keys()) ids.push(await comment(place, `${i + 100} suất`))
    leave(place)
    /** The old words are part of the new ones: what is put in twice shows. */
    const wording = (i: number) => `${i + 100} suất và ${i + 500} phần`
    for (let round = 0; round < 3; round++) {
      const states = await Promise.all(ids.map((id) => stateOf(place, id)))
      const open = states.flatMap(({ state }, i) => (state === 'open' ? [i] : []))
      const sent = open.map((i) =>
        accept(people.hanh, ids[i] as string, wording(i)).catch(() => null),
      )
      // In the middle of the answers, wherever that is.
      await sent[Math.min(round * 2, sent.length - 1)]
      await own.kill()
      await Promise.all(sent)
      own = await startServer({ demo: true, dataDir: own.dataDir, port })
      const { doc } = await read(place)
      const lines = flatOf(doc).text.split('\n')
      for (const [i, id] of ids.entries()) {
        const { state, answers } = await stateOf(place, id)
        const isThere = lines[i] === texts[i]?.replace(`${i + 100} suất`, wording(i))
        expect([i, isThere || lines[i] === texts[i]]).toEqual([i, true])
        if (state === 'answered') expect([i, isThere, answers.length]).toEqual([i, true, 1])
      }
    }
    for (const [i, id] of ids.entries()) await must(accept(people.hanh, id, wording(i)))
    const { doc } = await read(place)
    expect(flatOf(doc).text).toBe(
      texts.map((text, i) => text.replace(`${i + 100} suất`, wording(i))).join('\n'),
    )
    people = signed
    await own.stop()
    own.forget()
  }, 120_000)
})

async function read({ draft }: Scene) {
  const client = await people.truc.open(draft).synced()
  client.leave()
  return client
}
