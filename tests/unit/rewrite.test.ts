// A live paper made to read as another text: exactly so, and what is in both is not touched.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rewritten } from '../../server/rooms/copy-worker'
import { writable } from '../../server/rooms/rewrite'
import { textOf } from '../../server/rooms/room'
import { flatOffset, flatten } from '../../shared/document/anchor'
import { canonical } from '../../shared/document/canonical'
import { commentKey } from '../../shared/document/comment-mark'
import type { PaperNode } from '../../shared/document/outline'
import { marksOf, wishAt } from '../kit/marked-paper'
import { ByHand, openRoom } from '../kit/open-room'
import { anyTwoPapers, paragraphOf } from '../kit/random-changes'

const numRuns = Number(process.env.RUNS ?? 60)
const form = (text: PaperNode) => JSON.stringify(canonical(text))

function docWith(text: PaperNode): Y.Doc {
  const doc = new Y.Doc()
  become(doc, text)
  return doc
}

/** As `rewrite` does in a worker; returns the update. */
function become(doc: Y.Doc, text: PaperNode): Uint8Array | null {
  const update = rewritten({ state: [Y.encodeStateAsUpdate(doc)], wished: writable(text) })
  if (update) Y.applyUpdate(doc, update)
  return update
}

function comment(doc: Y.Doc, thread: string, words: string): void {
  const { text, spans } = flatten(doc.getXmlFragment('default'))
  const at = text.indexOf(words)
  for (const span of spans) {
    const from = Math.max(at, span.start)
    const to = Math.min(at + words.length, span.start + span.length)
    if (at < 0 || from >= to) continue
    span.text.format(from - span.start, to - from, { [commentKey(thread)]: { thread } })
  }
}

const paper = (...texts: readonly string[]): PaperNode => ({
  type: 'doc',
  content: texts.map(paragraphOf),
})

describe('a live paper made to read as another text', () => {
  it('[D1] reads exactly so, whatever the two are, and a second time nothing is left to do', () => {
    fc.assert(
      fc.property(anyTwoPapers, ([before, after]) => {
        const doc = docWith(before)
        expect(form(textOf(doc))).toBe(form(before))
        become(doc, after)
        expect(form(textOf(doc))).toBe(form(after))
        expect(become(doc, after)).toBeNull()
      }),
      { numRuns },
    )
  })

  it('[D1] passes the guard and goes into a room, in slices too, while others are writing', async () => {
    const anyPace = fc.constantFrom<[rests: number, stride?: number]>([Infinity], [30, 4], [3, 4])
    await fc.assert(
      fc.asyncProperty(anyTwoPapers, anyPace, async ([before, after], pace) => {
        const turns = new ByHand(...pace)
        const { room, log } = openRoom(turns)
        await room.edit((doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(docWith(before))))
        const update = rewritten({ state: await room.state(), wished: writable(after) })
        const colleague = new Y.Doc()
        for (const entry of log) Y.applyUpdate(colleague, entry)
        const write = () => {
          let written: Uint8Array | null = null
          colleague.once('update', (change: Uint8Array) => {
            written = change
          })
          colleague.getXmlFragment('default').insert(0, [new Y.XmlElement('horizontalRule')])
          return room.edit((doc) => Y.applyUpdate(doc, written as unknown as Uint8Array))
        }
        await write()
        if (update) {
          const taking = room.take(update)
          while (turns.step()) await write()
          await taking
          Y.applyUpdate(colleague, update)
        }
        expect(form(textOf(room.doc))).toBe(form(textOf(colleague)))
        const kept = new Y.Doc()
        for (const entry of log) Y.applyUpdate(kept, entry)
        expect(form(textOf(kept))).toBe(form(textOf(room.doc)))
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    )
  })

  it('[D2] keeps every comment at words that are in both, wherever they stand now', () => {
    const texts = Array.from({ length: 9 }, (_, i) =>
      Array.from({ length: 6 }, (_, k) => `chữ${i}x${k}`),
    )
    const anyOrder = fc.shuffledSubarray([...texts.keys()], { minLength: 3 })
    const anyWord = fc.tuple(fc.nat(8), fc.nat(5))
    fc.assert(
      fc.property(anyOrder, fc.array(anyWord), anyWord, (order, changed, [i, k]) => {
        const word = texts[i]?.[k] as string
        const doc = docWith(paper(...texts.map((words) => words.join(' '))))
        comment(doc, 't', word)
        const fresh = texts.map((words) => [...words])
        for (const [p, w] of changed) (fresh[p] as string[])[w] = `mới${p}x${w}`
        // Of a paragraph that moves enough has to be left to be known again.
        fc.pre(fresh.every((words) => words.filter((one) => one.startsWith('chữ')).length >= 4))
        become(doc, paper(...order.map((p) => (fresh[p] as string[]).join(' '))))
        const isThere = order.some((p) => fresh[p]?.includes(word))
        const marked = Object.values(marksOf(doc)).flat()
        expect(marked.map((one) => one.split('[')[1])).toEqual(isThere ? [`${word}]`] : [])
      }),
      { numRuns },
    )
  })

  it('[D2] keeps comments when paragraphs are parted, joined, or become headings', () => {
    const doc = docWith(paper('Nhà trường có ba mươi giáo viên. Chi bộ họp hằng tháng.', 'Hết.'))
    comment(doc, 'one', 'ba mươi giáo viên')
    comment(doc, 'two', 'họp hằng tháng')
    const parted = paper('Nhà trường có ba mươi giáo viên.', 'Chi bộ họp hằng tháng.', 'Hết.')
    become(doc, parted)
    const standing = { one: ['ng có [ba mươi giáo viên]'], two: ['hi bộ [họp hằng tháng]'] }
    expect(marksOf(doc)).toEqual(standing)
    become(doc, paper('Nhà trường có ba mươi giáo viên. Chi bộ họp hằng tháng.', 'Hết.'))
    expect(marksOf(doc)).toEqual(standing)
    const heading = { type: 'heading', attrs: { level: 2 } }
    const content = parted.content?.map((node) => ({ ...node, ...heading })) ?? []
    become(doc, { type: 'doc', content })
    expect(marksOf(doc)).toEqual(standing)
  })

  it('[D2] a comment that loses all its words bears nothing, one that loses some keeps the rest', () => {
    const doc = docWith(paper('Nhà trường có ba mươi giáo viên tham gia tập huấn.'))
    comment(doc, 'gone', 'ba mươi')
    comment(doc, 'kept', 'có ba mươi giáo viên')
    become(doc, paper('Nhà trường có 31 giáo viên tham gia tập huấn.'))
    expect(marksOf(doc)).toEqual({ kept: ['rường [có 31 giáo viên]'] })
  })

  it('[D2] leaves carets and the work of colleagues in what stays', () => {
    const doc = docWith(paper('Mở đầu.', 'Nhà trường có ba mươi giáo viên.', 'Kết luận chung.'))
    const flat = flatten(doc.getXmlFragment('default'))
    const caret = wishAt(doc, [flat.text.indexOf('giáo'), flat.text.indexOf('giáo') + 4]).from
    const colleague = new Y.Doc()
    Y.applyUpdate(colleague, Y.encodeStateAsUpdate(doc))
    const run = flatten(colleague.getXmlFragment('default')).spans[1]?.text
    run?.insert(run.length, ' Và hai nhân viên.')
    become(doc, paper('Nhà trường có ba mươi mốt giáo viên.', 'Kết luận chung của chi bộ.'))
    const after = flatten(doc.getXmlFragment('default'))
    expect(flatOffset(doc, after, caret)).toBe(after.text.indexOf('giáo'))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague))
    expect(flatten(doc.getXmlFragment('default')).text).toBe(
      'Nhà trường có ba mươi mốt giáo viên. Và hai nhân viên.\nKết luận chung của chi bộ.',
    )
  })

  it('[D1] changes a word of a long paper by a few bytes, and none for letters composed otherwise', () => {
    const texts = Array.from({ length: 1000 }, (_, i) => `Đoạn ${i} nói về nhiệm vụ số ${i * 7}.`)
    const doc = docWith(paper(...texts))
    const update = become(doc, paper(...texts.with(500, 'Đoạn 500 nói về công việc số 3500.')))
    expect(update?.length).toBeLessThan(200)
    const composed = textOf(doc)
    const apart = docWith(JSON.parse(JSON.stringify(composed).normalize('NFD')))
    expect(become(apart, composed)).toBeNull()
  })

  it('[D1] refuses a text that the schema does not allow', () => {
    expect(() => writable({ type: 'doc', content: [{ type: 'script' }] })).toThrow(RangeError)
  })
})
