// Wording put into a text: exactly as wished, and nothing else of the text, its form or its comments changes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { mark, passageOf, reconcile } from '../../server/rooms/marks'
import { reword } from '../../server/rooms/reword'
import type { Room } from '../../server/rooms/room'
import { contextOf, type FlatRange, findQuote, flatten } from '../../shared/document/anchor'
import { commentKey } from '../../shared/document/comment-mark'
import type { Thread } from '../../shared/records/thread'
import { openRoom } from '../kit/open-room'

type Attributes = Record<string, unknown>

const thread = 'the-thread'
const comment = (id: string): Attributes => ({ [commentKey(id)]: { thread: id } })

/** Each paragraph is a list of runs of text, as an editor made them one after the other. */
function paper(...paragraphs: readonly (readonly string[])[]): Room {
  const room = openRoom().room
  room.doc.transact(() => {
    for (const texts of paragraphs) {
      const element = new Y.XmlElement('paragraph')
      element.insert(
        0,
        texts.map((text) => new Y.XmlText(text)),
      )
      room.fragment.insert(room.fragment.length, [element])
    }
  })
  return room
}

const textOf = (room: Room) => flatten(room.fragment).text

/** The attributes of every letter of the flat text. */
function looks(room: Room): Attributes[] {
  const flat = flatten(room.fragment)
  const found: Attributes[] = Array.from({ length: flat.text.length }, () => ({}))
  for (const { text, start } of flat.spans) {
    let at = start
    for (const { insert, attributes } of text.toDelta() as {
      insert: string
      attributes?: Attributes
    }[]) {
      for (let i = 0; i < insert.length; i++) found[at++] = attributes ?? {}
    }
  }
  return found
}

function lay(room: Room, [from, to]: FlatRange, attributes: Attributes): void {
  for (const { text, start, length } of flatten(room.fragment).spans) {
    const [first, last] = [Math.max(from, start), Math.min(to, start + length)]
    if (first < last) text.format(first - start, last - first, attributes)
  }
}

function recordOf(room: Room, range: FlatRange): Thread {
  const flat = flatten(room.fragment)
  const quote = flat.text.slice(...range)
  return {
    id: thread,
    placed: null,
    from: null,
    to: null,
    quote,
    ...contextOf(flat, range),
    state: 'open',
  } as unknown as Thread
}

const forms: readonly Attributes[] = [
  { bold: {} },
  { italic: {} },
  { link: { href: 'https://example.vn/1' } },
  comment('other-1'),
  comment('other-2'),
  comment('other-3'),
]
const layer = fc.record({ form: fc.constantFrom(...forms), at: fc.nat(40), count: fc.nat(8) })
/** No word occurs twice: which letters stay is beyond doubt. */
const stems = ['chi bộ', 'hoà', 'e\u0301n', '👍', '👎', 'ủy', '17/31', 'số'].map((word) =>
  word.replace(' ', '-'),
)
const word = (i: number) => `${stems[i % stems.length]}${i}`
const scene = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
  layers: fc.array(layer, { maxLength: 6 }),
  first: fc.nat(30),
  count: fc.integer({ min: 1, max: 12 }),
  fresh: fc.array(fc.nat(30), { maxLength: 5 }),
})

describe('wording put into the text', () => {
  it('[T8] reads exactly as wished; words that stay keep form and comments, whatever is replaced', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ sizes, layers, first, count, fresh }) => {
        let next = 0
        const paragraphs = sizes.map((size) => Array.from({ length: size }, () => word(next++)))
        const room = paper(...paragraphs.map((words) => [words.join(' ')]))
        const before = textOf(room)
        // The words by their places in the flat text.
        const places = [...before.matchAll(/[^ \n]+/g)].map(
          ({ index, 0: found }): FlatRange => [index, index + found.length],
        )
        const range = (a: number, n: number): FlatRange => {
          const from = a % places.length
          const to = Math.min(places.length, from + n) - 1
          return [places[from]?.[0] ?? 0, places[Math.max(from, to)]?.[1] ?? 0]
        }
        for (const { form, at, count } of layers) lay(room, range(at, count + 1), form)
        const own = range(first, count)
        lay(room, own, comment(thread))
        const seen = looks(room)
        const expected = before.slice(...own)
        const replaced = new Set(fresh)
        let k = 0
        const wording = expected.replace(/[^ \n]+/g, (found) =>
          replaced.has(k++) ? `mới-${k}` : found,
        )
        await reword(room, { thread, expected, wording, stand: recordOf(room, own) })
        const wished = wording.normalize('NFC')
        const after = before.slice(0, own[0]) + wished + before.slice(own[1])
        expect(textOf(room).normalize('NFC')).toBe(after.normalize('NFC'))
        expect(passageOf(room, thread)?.normalize('NFC')).toBe(wished)
        const now = looks(room)
        const text = textOf(room)
        for (const [from, to] of places) {
          const found = before.slice(from, to)
          const at = text.split(/[ \n]/).includes(found) ? text.indexOf(found) : -1
          if (at < 0) continue
          expect(now.slice(at, at + found.length)).toEqual(seen.slice(from, to))
        }
        // A comment about all of it is about all that came in its place.
        for (const key of Object.keys(seen[own[0]] ?? {}).filter((key) => key.startsWith('comm'))) {
          const about = seen.slice(...own).every((look, i) => expected[i] === '\n' || key in look)
          if (!about) continue
          const there = [...wished].length
          const marked = now.slice(own[0], own[0] + wished.length)
          expect(marked.filter((look) => key in look).length).toBeGreaterThan(0)
          expect(there).toBeGreaterThan(0)
          for (const [i, look] of marked.entries()) {
            if (text[own[0] + i] !== '\n') expect(look).toHaveProperty([key])
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('[T8] whatever the old words and the new ones are', async () => {
    const anyWords = fc
      .array(fc.constantFrom('hoà', 'e\u0301', 'é', '👍', '👎', ' ', ' ', 'số', '.', 'a', '  '), {
        minLength: 1,
        maxLength: 12,
      })
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(anyWords, anyWords, anyWords, anyWords, async (head, old, wording, tail) => {
        fc.pre(old.trim() !== '')
        const room = paper([head + old + tail])
        lay(room, [head.length, head.length + old.length], comment(thread))
        const stand = recordOf(room, [head.length, head.length + old.length])
        await reword(room, { thread, expected: old, wording, stand })
        const same = old.normalize('NFC') === wording.normalize('NFC')
        const wished = same ? old : wording.normalize('NFC')
        expect(textOf(room)).toBe(head + wished + tail)
        if (wording.trim() !== '') expect(passageOf(room, thread)).toBe(wished)
      }),
      { numRuns: 400 },
    )
  })

  it('[T8] is one step that can be sent and kept as it is', async () => {
    const room = paper(['một hai ba bốn năm'])
    lay(room, [4, 18], comment(thread))
    let updates = 0
    room.doc.on('update', () => updates++)
    const stand = recordOf(room, [4, 18])
    await reword(room, { thread, expected: stand.quote, wording: 'hai 3 bốn 5', stand })
    expect([updates, textOf(room)]).toEqual([1, 'một hai 3 bốn 5'])
  })

  it('[T8] goes into words that two people began in one empty paragraph at the same moment', async () => {
    const room = paper(['Nhà trường có ', '31 giáo viên'])
    lay(room, [4, 19], comment(thread))
    const stand = recordOf(room, [4, 19])
    const wording = 'giáo dục có 32 gi'
    await reword(room, { thread, expected: 'trường có 31 gi', wording, stand })
    expect(textOf(room)).toBe('Nhà giáo dục có 32 giáo viên')
    expect(passageOf(room, thread)).toBe('giáo dục có 32 gi')
  })

  it.each([
    ['31 giáo viên', '31 giáo viên và nhân viên'],
    ['31 giáo viên', 'tất cả 31 giáo viên'],
    ['31 giáo viên', '32 giáo viên'],
    ['31 giáo viên', ''],
    ['có 31', 'có 31 có 31'],
  ])(
    '[T8] "%s" → "%s" twice, as after a kill before its record, is there once',
    async (old, wording) => {
      const room = paper(['Nhà trường có 31 giáo viên tham gia tập huấn trong học kỳ.'])
      const at = textOf(room).indexOf(old)
      const record = recordOf(room, [at, at + old.length])
      await mark(room, record)
      const wish = { thread, expected: old, wording, stand: record }
      const wished = textOf(room).replace(old, wording)
      await reword(room, wish)
      expect(textOf(room)).toBe(wished)
      // The start after the kill puts the marks right by a record that knows of no answer.
      await reconcile(room, [record])
      await reword(room, wish)
      expect(textOf(room)).toBe(wished)
    },
  )

  it('leaves the quote to be found where it was', async () => {
    const room = paper(['Nhà trường có 31 giáo viên tham gia.'])
    const record = recordOf(room, [14, 26])
    expect(findQuote(flatten(room.fragment), record)).toEqual([14, 26])
  })
})
