// Comments stand at their words through what people do to the text, and through the end of the process.
import { joinBackward, setBlockType, splitBlock } from '@tiptap/pm/commands'
import { wrapInList } from '@tiptap/pm/schema-list'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { paperSchema } from '../../shared/document/schema'
import { BoundEditor, find } from '../kit/bound-editor'
import {
  must,
  type People,
  remark,
  type SeenSession,
  sessionAt,
  signInAll,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn } from '../kit/visitor'

const words = '31 giáo viên tham gia'
const texts = [
  'Mở đầu của dự thảo.',
  'Nhà trường có 31 giáo viên tham gia tập huấn trong học kỳ.',
  'Kết luận chung của chi bộ.',
]
const { heading, bulletList } = paperSchema.nodes

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
  readonly session: SeenSession
  readonly draft: string
  /** The presenter's editor, and a reader's. */
  readonly writer: BoundEditor
  readonly reader: BoundEditor
}

async function scene(): Promise<Scene> {
  const session = await sessionAt(people, 'draft')
  const { draft } = session.documents
  const writer = new BoundEditor(await people.hanh.open(draft).synced())
  writer.append(...texts)
  await writer.client.allSaved()
  const reader = new BoundEditor(await people.thoa.open(draft).synced())
  return { session, draft, writer, reader }
}

const comment = (who: keyof People, { draft, reader }: Scene, quoted = words) =>
  must(people[who].post(`/api/documents/${draft}/threads`, { ...reader.quote(quoted), ...remark }))

async function threadOf({ draft }: Scene, id: string) {
  const { threads } = await must(people.thoa.get(`/api/documents/${draft}/threads`))
  return threads.find((thread: { id: string }) => thread.id === id)
}

/** What the writer does; afterwards the comment still has to stand at its words. */
const edits: Record<string, (editor: BoundEditor) => void> = {
  'Enter before it': (editor) => {
    editor.select(find(editor.doc, words)[0] - 4)
    editor.run(splitBlock)
  },
  'Backspace that joins its paragraph to the one above': (editor) => {
    editor.select(find(editor.doc, 'Nhà trường')[0])
    editor.run(joinBackward)
  },
  'a heading made of its paragraph': (editor) => {
    editor.select(find(editor.doc, words)[0])
    if (heading) editor.run(setBlockType(heading, { level: 2 }))
  },
  'a list made of its paragraph': (editor) => {
    editor.select(find(editor.doc, words)[0])
    if (bulletList) editor.run(wrapInList(bulletList))
  },
  'its paragraph cut and pasted elsewhere': (editor) => {
    editor.pasteAtEnd(editor.cutBlock(words))
  },
  'words typed around it and bold laid on it': (editor) => {
    const [from, to] = find(editor.doc, words)
    editor.dispatch(editor.tr.insertText(' đã', to).insertText('gần ', from))
    const [start, end] = find(editor.doc, words)
    editor.dispatch(editor.tr.addMark(start - 3, end - 5, paperSchema.mark('bold')))
  },
  'the deletion of its paragraph, undone': (editor) => {
    editor.startUndoStep()
    editor.cutBlock(words)
    editor.undo()
  },
}

describe('a comment', () => {
  it('marks its words for every stock client, under a name that begins comment--', async () => {
    const place = await scene()
    const thread = await comment('thoa', place)
    await Promise.all([place.writer, place.reader].map((e) => e.untilMarked(thread.id, words)))
    const plain = await people.truc.open(place.draft).synced()
    const marked = [...plain.text.createTreeWalker(() => true)].flatMap((node) =>
      'toDelta' in node ? ((node as Y.XmlText).toDelta() as Delta[]) : [],
    )
    const runs = marked.filter(({ attributes }) => JSON.stringify(attributes)?.includes(thread.id))
    expect(runs.map(({ insert }) => insert).join('')).toBe(words)
    for (const { attributes } of runs) {
      const [[key, value] = []] = Object.entries(attributes ?? {})
      expect(key).toMatch(/^comment--.{8}$/)
      expect(value).toEqual({ thread: thread.id })
    }
    expect(thread).toMatchObject({
      author: 'thoa',
      quote: words,
      state: 'open',
      detached: false,
      replies: [],
      answers: [],
    })
    for (const editor of [place.writer, place.reader]) editor.leave()
    plain.leave()
  })

  it.each(Object.entries(edits))('[T5] survives %s', async (_, edit) => {
    const place = await scene()
    const thread = await comment('thoa', place)
    await place.writer.untilMarked(thread.id, words)
    edit(place.writer)
    expect(place.writer.marked(thread.id)).toBe(words)
    await place.writer.client.allSaved()
    const later = new BoundEditor(await people.truc.open(place.draft).synced())
    expect(later.marked(thread.id)).toBe(words)
    await place.reader.untilMarked(thread.id, words)
    expect(await threadOf(place, thread.id)).toMatchObject({ detached: false, quote: words })
    for (const editor of [place.writer, place.reader, later]) editor.leave()
  })

  it('[T5] survives another comment over the same words', async () => {
    const place = await scene()
    const first = await comment('thoa', place)
    const second = await comment('truc', place, 'giáo viên tham gia tập huấn')
    const third = await comment('dinh', place)
    for (const editor of [place.writer, place.reader]) {
      await editor.untilMarked(first.id, words)
      await editor.untilMarked(second.id, 'giáo viên tham gia tập huấn')
      await editor.untilMarked(third.id, words)
    }
    // The writer's editor carries all three when the text is edited.
    place.writer.select(find(place.writer.doc, 'giáo viên')[0])
    place.writer.run(splitBlock)
    await place.writer.client.allSaved()
    for (const thread of [first, second, third]) {
      expect(await threadOf(place, thread.id)).toMatchObject({ detached: false })
    }
    expect(place.writer.marked(second.id)).toBe('giáo viên tham gia tập huấn')
    for (const editor of [place.writer, place.reader]) editor.leave()
  })

  it('[T5] is detached, with its quote, when its passage goes, and comes back with undo', async () => {
    const place = await scene()
    const thread = await comment('thoa', place)
    const { writer } = place
    await writer.untilMarked(thread.id, words)
    writer.startUndoStep()
    writer.cutBlock(words)
    await writer.client.allSaved()
    expect(await threadOf(place, thread.id)).toMatchObject({ detached: true, quote: words })
    writer.undo()
    await writer.client.allSaved()
    expect(writer.marked(thread.id)).toBe(words)
    expect(await threadOf(place, thread.id)).toMatchObject({ detached: false })
    for (const editor of [place.writer, place.reader]) editor.leave()
  })

  it('[T6] survives kill -9 and a new start', async () => {
    let own = await startServer({ demo: true })
    const signed = people
    people = await signInAll(own.origin)
    const place = await scene()
    const thread = await comment('thoa', place)
    await place.writer.untilMarked(thread.id, words)
    for (const editor of [place.writer, place.reader]) editor.leave()
    await own.kill()
    own = await startServer({ demo: true, dataDir: own.dataDir })
    const truc = await signIn(own.origin, 'truc')
    const later = new BoundEditor(await truc.open(place.draft).synced())
    expect(later.marked(thread.id)).toBe(words)
    const { threads } = await must(truc.get(`/api/documents/${place.draft}/threads`))
    expect(threads).toMatchObject([{ id: thread.id, detached: false, quote: words }])
    later.leave()
    people = signed
    await own.stop()
    own.forget()
  })

  it('whose words are not between its positions is refused and nothing is kept', async () => {
    const place = await scene()
    const path = `/api/documents/${place.draft}/threads`
    const right = place.reader.quote(words)
    const elsewhere = place.reader.quote('Kết luận chung')
    const wrong = [
      { ...right, quote: 'những lời khác' },
      { ...right, to: elsewhere.to },
      { ...right, from: right.to, to: right.from },
      { ...right, from: { type: { client: 1, clock: 1 }, item: null, assoc: 0 } },
      { ...elsewhere, quote: words },
    ]
    for (const body of wrong) {
      const answer = await people.thoa.post(path, { ...body, ...remark })
      expect([answer.status, answer.body]).toEqual([409, { refused: 'quote-mismatch' }])
    }
    expect((await must(people.thoa.get(path))).threads).toEqual([])
    expect(place.writer.client.text.toString()).not.toContain('comment')
    for (const editor of [place.writer, place.reader]) editor.leave()
  })
})

interface Delta {
  insert: unknown
  attributes?: Record<string, unknown>
}
