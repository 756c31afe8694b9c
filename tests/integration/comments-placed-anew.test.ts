// A comment whose words are gone is given other words by hand, and stands at those from then on.
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
import { find } from '../kit/bound-editor'
import { marksOf, untilIn, untilMarks, wishFor } from '../kit/marked-paper'
import { closedWindow, must, type People, sessionAt, signInAll } from '../kit/session-maker'
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

const other = 'Cả trường đã dự các lớp tập huấn; lớp tập huấn cuối vào tháng mười.'
const shownAt = 'c lớp [tập huấn]'

/** A comment of thoa's whose words were just deleted, as one step of undo. */
async function gone(): Promise<{ place: Scene; id: string }> {
  const place = await openScene(people, sentence, other)
  const id = await comment(place)
  const { writer } = place
  writer.startUndoStep()
  const [from, to] = find(writer.doc, words)
  writer.dispatch(writer.tr.delete(from, to))
  await writer.client.allSaved()
  await untilText(place.reader, `${sentence.replace(words, '')}\n${other}`)
  expect(await stateOf(place, id)).toMatchObject({ detached: true })
  return { place, id }
}

function wish({ writer }: Scene, quoted: string, nth = 0) {
  const { from, to, quote } = wishFor(writer.client.doc, quoted, nth)
  return { from, to, quote }
}
const put = (place: Scene, who: keyof People, id: string, quoted = 'tập huấn', nth = 1) =>
  people[who].put(`/api/threads/${id}/place`, wish(place, quoted, nth))
const untilMarked = async ({ writer, reader }: Scene, marks: Record<string, string[]>) => {
  for (const { client } of [writer, reader]) {
    const isSo = () => JSON.stringify(marksOf(client.doc)) === JSON.stringify(marks)
    await untilIn(client.doc, isSo, () => marksOf(client.doc))
  }
}

describe('[R14] a comment without its words', () => {
  it.each(['thoa', 'hanh', 'bao'] as const)('is placed anew by %s', async (who) => {
    const { place, id } = await gone()
    for (const stranger of ['nga', 'dinh', 'khach', 'kythuat'] as const) {
      expect((await put(place, stranger, id)).body).toEqual({ refused: 'not-yours' })
    }
    const placed = await must(put(place, who, id))
    expect(placed).toMatchObject({ detached: false, quote: words })
    await untilMarked(place, { [id]: [shownAt] })
    expect(await passageOf(place, id)).toBe('tập huấn')
    expect((await put(place, who, id)).body).toEqual({ refused: 'words-stand' })
    leave(place)
  })

  it('is refused where other words stand, and keeps its first place while they do', async () => {
    const { place, id } = await gone()
    const right = wish(place, 'tập huấn', 1)
    for (const wrong of [{ quote: 'khác' }, { from: right.to, to: right.from }, { from: {} }]) {
      const answer = await people.thoa.put(`/api/threads/${id}/place`, { ...right, ...wrong })
      expect([answer.status, answer.body]).toEqual([409, { refused: 'quote-mismatch' }])
    }
    const windows = { draft: closedWindow }
    await must(people.nga.patch(`/api/sessions/${place.session.id}`, { windows }))
    expect((await put(place, 'thoa', id)).body).toEqual({ refused: 'window-closed' })
    place.writer.undo()
    await place.writer.client.allSaved()
    expect(await stateOf(place, id)).toMatchObject({ detached: false })
    expect(await passageOf(place, id)).toBe(words)
    leave(place)
  })

  it('[T7] stands at the new words, also when the first ones come back, and is answered there', async () => {
    const { place, id } = await gone()
    await must(put(place, 'thoa', id))
    await untilMarked(place, { [id]: [shownAt] })
    place.writer.undo()
    await untilMarks(place.writer.client, [place.writer.client, place.reader.client], {
      [id]: [shownAt],
    })
    await must(accept(people.hanh, id, 'bồi dưỡng'))
    await untilText(place.reader, `${sentence}\n${other.replace('tập huấn;', 'bồi dưỡng;')}`)
    leave(place)
  })

  it('by two at once stands in one place', async () => {
    const { place, id } = await gone()
    const outcomes = await Promise.all([
      put(place, 'thoa', id),
      put(place, 'hanh', id, 'tháng mười', 0),
      put(place, 'bao', id, 'Cả trường', 0),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    const places = ['[tập huấn]', '[tháng mười]', '[Cả trường]']
    const won = outcomes.findIndex(({ status }) => status === 200)
    const [pieces = []] = Object.values(marksOf(await copyOf(place)))
    expect(pieces).toHaveLength(1)
    expect(pieces[0]).toContain(places[won])
    leave(place)
  })

  it('is none of a comment that has words, or is about the whole', async () => {
    const session = await sessionAt(people, 'draft')
    const path = `/api/documents/${session.documents.draft}/threads`
    const whole = await must(people.thoa.post(path, { kind: 'remark', body: 'Về cả bài' }))
    const answer = await people.thoa.put(`/api/threads/${whole.id}/place`, {
      from: {},
      to: {},
      quote: 'x',
    })
    expect(answer.body).toEqual({ refused: 'words-stand' })
  })
})

async function copyOf({ draft }: Scene) {
  const client = await people.truc.open(draft).synced()
  client.leave()
  return client.doc
}
