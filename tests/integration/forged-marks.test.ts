// Comment marks that a writer strips, stretches, moves, copies or makes up: soon all is as the records say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { commentKey } from '../../shared/document/comment-mark'
import { tryFrames, updateFrame } from '../kit/frames'
import { flatOf, marksOf, threadsIn, untilMarks, wishFor } from '../kit/marked-paper'
import { format, type Id, rawUpdate, sent } from '../kit/raw-update'
import { must, type People, remark, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { type StockClient, signIn } from '../kit/visitor'

const words = '31 giáo viên tham gia'
const texts = [
  'Mở đầu của dự thảo, viết cho cuộc họp của chi bộ vào cuối quý.',
  'Nhà trường có 31 giáo viên tham gia tập huấn trong học kỳ.',
  'Năm ngoái cũng đã có 31 giáo viên tham gia các lớp bồi dưỡng.',
  'Kết luận chung của chi bộ.',
]

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

interface Scene {
  readonly draft: string
  readonly thread: string
  readonly other: string
  readonly forger: StockClient
  readonly readers: readonly StockClient[]
  /** The marks as the records say. */
  readonly right: Record<string, string[]>
}

const openClient = async (who: keyof People, draft: string) => people[who].open(draft).synced()
const comment = async (draft: string, doc: Y.Doc, quoted: string, nth = 0): Promise<string> =>
  (await must(
    people.thoa.post(`/api/documents/${draft}/threads`, {
      ...wishFor(doc, quoted, nth),
      ...remark,
    }),
  ).then(({ id }) => id)) as string

async function scene(): Promise<Scene> {
  const { documents } = await sessionAt(people, 'draft')
  const { draft } = documents
  const author = await openClient('hanh', draft)
  for (const text of texts) author.write(text)
  await author.allSaved()
  const [forger, ...readers] = await Promise.all([
    openClient('bao', draft),
    openClient('thoa', draft),
    openClient('nga', draft),
  ])
  const thread = await comment(draft, forger.doc, words)
  const other = await comment(draft, forger.doc, 'cuộc họp của chi bộ')
  const right = Object.fromEntries(
    [
      [thread, [`ng có [${words}]`]],
      [other, ['t cho [cuộc họp của chi bộ]']],
    ].toSorted(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)),
  )
  const clients = [author, forger, ...readers]
  // The marks are on their way to everybody.
  for (const { doc } of clients) {
    while (JSON.stringify(marksOf(doc)) !== JSON.stringify(right)) {
      await new Promise<void>((resolve) => doc.once('update', () => resolve()))
    }
  }
  return { draft, thread, other, forger, readers: [author, ...readers], right }
}

/** The run that holds these words, and where they begin in it. */
function runOf(doc: Y.Doc, quoted: string, nth = 0) {
  const found = flatOf(doc).spans.filter(({ text }) => plain(text).includes(quoted))[nth]
  if (!found) throw new Error(`no run holds: ${quoted}`)
  return { text: found.text, at: plain(found.text).indexOf(quoted) }
}
const plain = (text: Y.XmlText) =>
  (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')

const bears = (thread: string | null, id: string) => ({
  [commentKey(id)]: thread === null ? null : { thread },
})
/** The id of the item that opens or ends a thread's mark. */
function formatItem(doc: Y.Doc, thread: string, isEnd: boolean): Id {
  const { text } = runOf(doc, words)
  for (let item = text._start; item; item = item.right) {
    const content = item.content as unknown as { key?: string; value?: unknown }
    const isWanted = content.key === commentKey(thread) && (content.value === null) === isEnd
    if (!item.deleted && isWanted) return [item.id.client, item.id.clock]
  }
  throw new Error('no such mark')
}

/** What a writer does with the stock library. */
const forgeries: Record<string, (place: Scene) => void> = {
  'strips a mark': ({ forger, thread }) => {
    const { text, at } = runOf(forger.doc, words)
    text.format(at, words.length, bears(null, thread))
  },
  'strips a part of a mark': ({ forger, thread }) => {
    const { text, at } = runOf(forger.doc, words)
    text.format(at + 3, 9, bears(null, thread))
  },
  'stretches a mark over the whole paper': ({ forger, thread }) => {
    for (const { text, length } of flatOf(forger.doc).spans) {
      text.format(0, length, bears(thread, thread))
    }
  },
  'moves a mark to other words': ({ forger, thread }) => {
    const { text, at } = runOf(forger.doc, words)
    text.format(at, words.length, bears(null, thread))
    runOf(forger.doc, 'Kết luận').text.format(0, 8, bears(thread, thread))
  },
  'moves a mark to the same words elsewhere': ({ forger, thread }) => {
    const { text, at } = runOf(forger.doc, words)
    text.format(at, words.length, bears(null, thread))
    const elsewhere = runOf(forger.doc, words, 1)
    elsewhere.text.format(elsewhere.at, words.length, bears(thread, thread))
  },
  'copies a mark to the same words elsewhere': ({ forger, thread }) => {
    const { text, at } = runOf(forger.doc, words, 1)
    text.format(at, words.length, bears(thread, thread))
  },
  'makes up a comment': ({ forger }) => {
    const { text, at } = runOf(forger.doc, words)
    text.format(at, 9, bears('made-up', 'made-up'))
  },
  'makes up a comment elsewhere': ({ forger }) => {
    runOf(forger.doc, 'Kết luận').text.format(0, 9, bears('made-up', 'made-up'))
  },
  'makes up hundreds of comments': ({ forger }) => {
    const { text } = runOf(forger.doc, 'Kết luận')
    forger.doc.transact(() => {
      for (let i = 0; i < 300; i++) text.format(i % 20, 5, bears(`made-up-${i}`, `made-up-${i}`))
    })
  },
  'lays the mark of a comment over words of another one': ({ forger, thread, other }) => {
    const { text, at } = runOf(forger.doc, words)
    text.format(at, words.length, { ...bears(other, other), ...bears(null, thread) })
  },
}

describe('[T7] a writer who', () => {
  it.concurrent.each(Object.entries(forgeries))('%s', async (_, forge) => {
    const place = await scene()
    forge(place)
    await untilMarks(place.forger, [place.forger, ...place.readers], place.right)
    const threads = await threadsIn(people.truc, place.draft)
    expect(threads.map(({ id, detached }) => [id, detached])).toEqual(
      expect.arrayContaining(Object.keys(place.right).map((id) => [id, false])),
    )
    leave(place)
  })

  it('marks words with the comment of another paper', async () => {
    const [place, elsewhere] = [await scene(), await scene()]
    const { text, at } = runOf(place.forger.doc, words)
    text.format(at, words.length, bears(elsewhere.thread, elsewhere.thread))
    await untilMarks(place.forger, [place.forger, ...place.readers], place.right)
    for (const each of [place, elsewhere]) leave(each)
  })

  it('stretches the mark of a comment whose words were edited meanwhile', async () => {
    const place = await scene()
    const { text, at } = runOf(place.forger.doc, words)
    text.insert(at + 13, 'trẻ ')
    text.delete(at, 3)
    const edited = { ...place.right, [place.thread]: ['ng có [giáo viên trẻ tham gia]'] }
    await untilMarks(place.forger, [place.forger, ...place.readers], edited)
    // Long enough that it cannot be what a person wrote between the words.
    place.forger.write('Phần viết thêm rất dài. '.repeat(40))
    for (const { text, length } of flatOf(place.forger.doc).spans) {
      text.format(0, length, bears(place.thread, place.thread))
    }
    await untilMarks(place.forger, [place.forger, ...place.readers], edited)
    leave(place)
  })

  it('withdraws nobody’s comment by bringing back the mark of a withdrawn one', async () => {
    const place = await scene()
    await must(people.thoa.send('DELETE', `/api/threads/${place.other}`))
    const { text } = runOf(place.forger.doc, 'Mở đầu')
    text.format(0, 20, bears(place.other, place.other))
    const right = { [place.thread]: place.right[place.thread] ?? [] }
    await untilMarks(place.forger, [place.forger, ...place.readers], right)
    leave(place)
  })
})

/** Frames by hand, as small as can be: no library writes them. */
const blows: Record<string, (place: Scene) => Uint8Array> = {
  'the end of a mark behind its beginning': ({ forger, thread }) => {
    const origin = formatItem(forger.doc, thread, false)
    return sent(3, 0, format({ origin }, commentKey(thread), 'null'))
  },
  'the deletion of a mark’s beginning': ({ forger, thread }) => {
    const [client, clock] = formatItem(forger.doc, thread, false)
    return rawUpdate([], [[client, clock, 1]])
  },
  'the deletion of a mark’s end': ({ forger, thread }) => {
    const [client, clock] = formatItem(forger.doc, thread, true)
    return rawUpdate([], [[client, clock, 1]])
  },
  'a made-up mark with a name of one letter': ({ forger, thread }) => {
    const origin = formatItem(forger.doc, thread, false)
    return sent(3, 0, format({ origin }, commentKey('x'), '{"thread":"x"}'))
  },
}

describe('[T7] by a frame made by hand', () => {
  it.concurrent.each(Object.entries(blows))('%s', async (_, blow) => {
    const place = await scene()
    // Once it is all put right, no mending is under way that would put right this one too.
    forgeries['makes up a comment']?.(place)
    await untilMarks(place.forger, [place.forger, ...place.readers], place.right)
    const update = blow(place)
    const path = `/sync/${place.draft}`
    // Whoever reads and comments only is closed out, and nothing came of it.
    for (const who of ['thoa', 'truc'] as const) {
      expect(await tryFrames(people[who].socket(path), [updateFrame(update)])).toBe(4403)
    }
    const before = Y.encodeStateVector(place.forger.doc)
    expect(await tryFrames(people.bao.socket(path), [updateFrame(update)])).toBe('saved')
    // It has reached the others, or has been put right already: whichever, it is not what stays.
    const [watcher] = place.readers as [StockClient]
    while (JSON.stringify(Y.encodeStateVector(watcher.doc)) === JSON.stringify(before)) {
      await new Promise<void>((resolve) => watcher.doc.once('update', () => resolve()))
    }
    await untilMarks(watcher, [place.forger, ...place.readers], place.right)
    leave(place)
  })
})

/** The deleted words are there again: by no more than the letters of one key, or of a short paste. */
const returns: Record<string, (text: Y.XmlText, at: number) => void> = {
  'typed letter by letter': (text, at) => {
    for (const [i, letter] of [...words].entries()) text.insert(at + i, letter)
  },
  'pasted as plain text': (text, at) => text.insert(at, words),
}

describe('[T5] deleted words', () => {
  it.concurrent.each(Object.entries(returns))(
    '%s have their comment again by themselves',
    async (_, put) => {
      const place = await scene()
      const everybody = [place.forger, ...place.readers]
      const { text, at } = runOf(place.forger.doc, words)
      text.delete(at, words.length)
      forgeries['makes up a comment elsewhere']?.(place)
      const { [place.thread]: own = [], ...others } = place.right
      await untilMarks(place.forger, everybody, others)
      put(text, at)
      await untilMarks(place.forger, everybody, place.right)
      expect(own).toHaveLength(1)
      leave(place)
    },
  )
})

describe('marks after a kill', () => {
  it('[T7] stand as the records say, whatever was forged a moment before', async () => {
    let own = await startServer({ demo: true })
    const signed = people
    people = await signInAll(own.origin)
    const place = await scene()
    for (const forge of Object.values(forgeries)) forge(place)
    await place.forger.allSaved()
    await own.kill()
    leave(place)
    own = await startServer({ demo: true, dataDir: own.dataDir })
    people = signed
    const newcomer = await (await signIn(own.origin, 'truc')).open(place.draft).synced()
    await untilMarks(
      { ...newcomer, allSaved: async () => undefined } as never,
      [newcomer],
      place.right,
    )
    newcomer.leave()
    await own.stop()
    own.forget()
  })
})

function leave({ forger, readers }: Scene): void {
  for (const client of [forger, ...readers]) client.leave()
}
