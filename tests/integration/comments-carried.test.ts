// Comments on a frozen version in the draft that is reopened or revised: at the very words they meant.
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paperSchema } from '../../shared/document/schema'
import { BoundEditor } from '../kit/bound-editor'
import {
  blocks,
  commentAt,
  draftOf,
  draftWith,
  freeze,
  lastOf,
  listed,
  nths,
  type Placed,
  paragraph,
  placesIn,
  timesThere,
  words,
} from '../kit/carried-scene'
import { flatOf, marksOf, piecesOf, type SeenThread, threadsIn } from '../kit/marked-paper'
import {
  act,
  conclusion,
  must,
  type People,
  present,
  remark,
  type SeenSession,
  signInAll,
  threadsOf,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import type { Visitor } from '../kit/visitor'

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

const plainly = { verdict: 'accepted', reason: '' }

describe('[T9] comments on a version', () => {
  it('stand at their very words in the reopened draft, wherever the same words stand too', async () => {
    const session = await freeze(people, await draftWith(people, blocks))
    const version = lastOf(session)
    const places = await placesIn(people.nga, version, words)
    expect(places).toHaveLength(timesThere)
    const askers = [people.khach, people.thoa, people.nga]
    const ids: string[] = []
    for (const [i, place] of places.entries()) {
      ids.push(await commentAt(askers[i % 3] as Visitor, version, place))
    }
    const again = await act(people.nga, session, 'reopen', 'Bổ sung')
    const doc = await draftOf(people.truc, again)
    expect([...nths(doc, words)].toSorted()).toEqual(ids.map((id, i) => [id, [i]]).toSorted())
    for (const pieces of Object.values(marksOf(doc))) {
      expect(pieces.map((piece) => piece.slice(piece.indexOf('[')))).toEqual([`[${words}]`])
    }
    const threads = await threadsIn(people.truc, again.documents.draft)
    expect(listed(threads, ids)).toEqual(ids.map(() => false))
    // The version keeps them too.
    const { threads: kept } = await must(people.nga.get(`/api/versions/${version}/threads`))
    expect(kept.map(({ id }: { id: string }) => id).toSorted()).toEqual(ids.toSorted())
    expect((await people.khach.get(`/api/documents/${again.documents.draft}/threads`)).status).toBe(
      403,
    )
  })

  it('stand there across blocks, a rule, a line break and letters that were typed in pieces', async () => {
    const nfd = 'hoà bình'.normalize('NFD')
    const session = await freeze(
      people,
      await draftWith(people, [paragraph(`Vì ${nfd} và`), ...blocks, paragraph('sau cùng')]),
    )
    const version = lastOf(session)
    const { content } = await must(people.nga.get(`/api/versions/${version}`))
    const bare = JSON.stringify(content, (key, value) => (key === 'number' ? undefined : value))
    const doc = paperSchema.nodeFromJSON(JSON.parse(bare))
    const between = async (first: string, nthFirst: number, last: string, nthLast: number) => {
      const { from } = (await placesIn(people.nga, version, first))[nthFirst] as Placed
      const { to } = (await placesIn(people.nga, version, last))[nthLast] as Placed
      return { from, to, quote: doc.textBetween(from, to, '\n', '\n') }
    }
    const wishes = [
      await between('dòng hai', 0, 'Đảng viên', 1),
      await between('Dòng', 0, 'dòng hai', 0),
      await between(words, 7, 'Cuối', 0),
      await between(words, 4, words, 5),
      await between('hoà', 0, 'và', 0),
    ]
    const ids: string[] = []
    for (const wish of wishes) ids.push(await commentAt(people.thoa, version, wish))
    const again = await act(people.nga, session, 'reopen', 'Bổ sung')
    const threads = await threadsIn(people.truc, again.documents.draft)
    expect(listed(threads, ids)).toEqual(ids.map(() => false))
    const live = await draftOf(people.truc, again)
    const flat = flatOf(live).text
    const comparable = (quoted: string) => quoted.normalize('NFC').replace(/\n+/g, '\n').trim()
    const marked = ids.map((id) =>
      piecesOf(live)
        .get(id)
        ?.map((piece) => flat.slice(...piece)),
    )
    expect(marked.map((pieces) => pieces?.map(comparable))).toEqual(
      wishes.map(({ quote }) => [comparable(quote)]),
    )
  })

  it('made in the session are answered in the revised draft, put into it, and asked for by submit', async () => {
    const frozen = await freeze(people, await draftWith(people, blocks))
    await must(people.tuan.put(`/api/sessions/${frozen.id}/attendance`, present))
    const open = await act(people.nga, frozen, 'open')
    const version = lastOf(open)
    const places = await placesIn(people.nga, version, words)
    const ids: string[] = []
    for (const nth of [1, 4, 6]) {
      ids.push(
        await commentAt(nth === 4 ? people.khach : people.lam, version, places[nth] as Placed),
      )
    }
    const items = conclusion.map((item) => ({ ...item, answer: '' }))
    await must(people.tuan.put(`/api/sessions/${open.id}/conclusion`, { conclusion: items }))
    const revising = await act(people.nga, open, 'close')
    expect(nths(await draftOf(people.truc, revising), words)).toEqual(
      new Map([
        [ids[0], [1]],
        [ids[1], [4]],
        [ids[2], [6]],
      ]),
    )
    const done = items.map((item) =>
      item.kind === 'text' ? { ...item, answer: 'Đã bổ sung' } : item,
    )
    await must(people.hanh.put(`/api/sessions/${open.id}/conclusion`, { conclusion: done }))
    const submit = async () => {
      const answer = await people.hanh.post(`/api/sessions/${open.id}/moves`, { act: 'submit' })
      return [answer.status, answer.body.refused]
    }
    const others = (await threadsOf(people.hanh, revising)).filter(({ id }) => !ids.includes(id))
    for (const { id } of others) await must(people.hanh.post(`/api/threads/${id}/answer`, plainly))
    for (const [i, id] of ids.entries()) {
      expect(await submit()).toEqual([409, 'unanswered'])
      const wish = { ...plainly, wording: `làm gương ${i}`, apply: true }
      const { state, answers } = await must(people.hanh.post(`/api/threads/${id}/answer`, wish))
      expect([state, answers[0].applied]).toEqual(['answered', true])
    }
    expect(await submit()).toEqual([200, undefined])
    const submitted = await must(people.nga.get(`/api/sessions/${open.id}`))
    const { content } = await must(people.nga.get(`/api/versions/${lastOf(submitted)}`))
    const texts = JSON.stringify(content)
    for (const i of ids.keys()) expect(texts.split(`làm gương ${i}`)).toHaveLength(2)
    // The last of them is in two runs.
    expect(texts.split(words)).toHaveLength(timesThere - ids.length)
    // With the version they were made on, answered; none with the one that came of it.
    const { threads } = await must(people.khach.get(`/api/versions/${version}/threads`))
    expect(threads.map(({ state }: SeenThread) => state)).toEqual(ids.map(() => 'answered'))
    expect(
      (await must(people.khach.get(`/api/versions/${lastOf(submitted)}/threads`))).threads,
    ).toEqual([])
  })

  it('go on from version to version with the draft, each with its own version too', async () => {
    const first = await freeze(people, await draftWith(people, blocks))
    const ids: string[] = []
    const note = async (session: SeenSession, nth: number) => {
      const place = (await placesIn(people.nga, lastOf(session), words))[nth] as Placed
      ids.push(await commentAt(people.khach, lastOf(session), place))
    }
    await note(first, 1)
    const reopened = await act(people.nga, first, 'reopen', 'Bổ sung')
    const editor = new BoundEditor(await people.bao.open(reopened.documents.draft).synced())
    editor.dispatch(editor.tr.insert(0, paragraph('Đảng viên nêu gương.')))
    await editor.client.allSaved()
    editor.leave()
    const second = await freeze(people, reopened)
    await note(second, 2)
    await note(second, 5)
    const again = await act(people.nga, second, 'reopen', 'Bổ sung lần nữa')
    expect([...nths(await draftOf(people.truc, again), words)].toSorted()).toEqual(
      ids.map((id, i) => [id, [[2], [2], [5]][i]]).toSorted(),
    )
    const threads = await threadsIn(people.truc, again.documents.draft)
    expect(listed(threads, ids)).toEqual([false, false, false])
    for (const [i, { id }] of again.versions.entries()) {
      const { threads } = await must(people.nga.get(`/api/versions/${id}/threads`))
      const own = i === 0 ? ids.slice(0, 1) : ids.slice(1)
      expect(threads.map(({ id }: SeenThread) => id).toSorted()).toEqual(own.toSorted())
    }
  })

  it('made while the version is being reopened are carried, or refused', async () => {
    const session = await freeze(people, await draftWith(people, blocks))
    const version = lastOf(session)
    const places = await placesIn(people.nga, version, words)
    const send = (place: Placed) =>
      people.khach.post(`/api/versions/${version}/threads`, { ...place, ...remark })
    const sent = places.slice(0, 5).map(send)
    const reopening = act(people.nga, session, 'reopen', 'Bổ sung')
    sent.push(...places.slice(5).map(send))
    const [again, ...outcomes] = await Promise.all([reopening, ...sent])
    const expected = outcomes.flatMap(({ status, body }, nth): [string, number[]][] => {
      if (status !== 201) expect([status, body.refused]).toEqual([409, 'not-now'])
      return status === 201 ? [[body.id, [nth]]] : []
    })
    expect([...nths(await draftOf(people.truc, again), words)].toSorted()).toEqual(
      expected.toSorted(),
    )
    const threads = await threadsIn(people.truc, again.documents.draft)
    const ids = expected.map(([id]) => id)
    expect(listed(threads, ids)).toEqual(ids.map(() => false))
  })

  it('are in the draft after a kill in the moment in which it was reopened', async () => {
    let own = await startServer({ demo: true })
    const signed = people
    people = await signInAll(own.origin)
    const session = await freeze(people, await draftWith(people, blocks))
    const version = lastOf(session)
    const place = (await placesIn(people.nga, version, 'gương, hết.'))[0] as Placed
    const id = await commentAt(people.khach, version, place)
    const moves = `/api/sessions/${session.id}/moves`
    const reopening = people.nga.post(moves, { act: 'reopen', reason: 'Bổ sung' }).catch(() => null)
    const hears = people.thoa.socket(`/live/${session.id}`)
    await Promise.race([reopening, once(hears, 'message')])
    await own.kill()
    await reopening
    own = await startServer({
      demo: true,
      dataDir: own.dataDir,
      port: Number(new URL(own.origin).port),
    })
    const now = await must(people.nga.get(`/api/sessions/${session.id}`))
    const draft = await draftOf(people.truc, now)
    expect(marksOf(draft)).toEqual(now.stage === 'draft' ? { [id]: ['g nêu [gương, hết.]'] } : {})
    people = signed
    await own.stop()
    own.forget()
  })
})
