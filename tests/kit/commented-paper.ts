// A paper with hundreds of comments that several editors move about, and what must hold of every comment.
import type { Node } from '@tiptap/pm/model'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { FlatRange } from '../../shared/document/anchor'
import { paperSchema } from '../../shared/document/schema'
import { BoundEditor } from './bound-editor'
import { flatOf, knows, piecesOf, threadsIn, untilIn, wishAt } from './marked-paper'
import type { RandomServer } from './random-cell'
import { must, remark, sessionAt } from './session-maker'
import { type Move, move } from './text-movers'

const writers = ['hanh', 'bao', 'thoa', 'dinh'] as const
export const editorCount = writers.length
/** The last of them works without a line while the others go on. */
const wanderer = editorCount - 1
const commenters = ['nga', 'lam', 'phuong', 'truc'] as const

const text = (words: string) => paperSchema.text(words)
const block = (name: string, content: Node | Node[], attrs?: Record<string, unknown>) =>
  paperSchema.node(name, attrs ?? null, content)
const paragraph = (words: string) => block('paragraph', text(words))

/** Sections with headings, paragraphs, a list and a table; some sentences stand in every one of them. */
export function firstText(sections: number): Node {
  const content = Array.from({ length: sections }, (_, i) => [
    block('heading', text(`Phần ${i + 1}. Nhiệm vụ của tổ ${i + 3}`), { level: 1 + (i % 3) }),
    paragraph(
      `Trong quý ${i + 1}, nhà trường có ${i * 7 + 11} giáo viên tham gia tập huấn về số hoá.`,
    ),
    paragraph('Đảng viên nêu gương trong mọi công việc được giao.'),
    paragraph(
      `Chi bộ ghi nhận ${i + 2} sáng kiến 👍 và ${i + 5} đề xuất; kết quả gửi trước ngày ${i + 1}/12.`,
    ),
    block(
      i % 2 ? 'bulletList' : 'orderedList',
      ['Rà soát hồ sơ', `Phân công đồng chí thứ ${i + 1}`, 'Báo cáo chi uỷ'].map((words) =>
        block('listItem', paragraph(`${words} trong tháng.`)),
      ),
    ),
    block('table', [
      block('tableRow', [
        block('tableCell', paragraph(`Chỉ tiêu ${i}`)),
        block('tableCell', paragraph(`đạt ${i * 3 + 50} phần trăm`)),
      ]),
    ]),
    paragraph(`Kết luận phần ${i + 1}: tiếp tục thực hiện như kế hoạch đã thống nhất.`),
  ])
  return block('doc', content.flat())
}

interface Kept {
  readonly id: string
  readonly quote: string
  readonly before: string
  readonly after: string
}

export interface Step {
  readonly who: number
  /** `meet`: everybody on the line hears everybody. */
  readonly what: Move | 'leave' | 'return' | 'meet'
}

const comparable = (words: string) => words.normalize('NFC').replace(/\n+/g, '\n').trim()

function countOf(whole: string, part: string): number {
  let count = 0
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) count++
  return count
}

/** What is wrong with the comments of a copy; nothing once the server has put all right. */
export function problemsOf(doc: Y.Doc, records: readonly Kept[]): string[] {
  const flat = flatOf(doc)
  const pieces = piecesOf(doc)
  const known = new Set(records.map(({ id }) => id))
  const problems = [...pieces.keys()].flatMap((id) => (known.has(id) ? [] : [`${id} is nobody's`]))
  for (const { id, quote, before, after } of records) {
    const own = pieces.get(id) ?? []
    const words = own.map(([from, to]) => flat.text.slice(from, to))
    const isAtItsWords = own.length === 1 && comparable(words[0] as string) === comparable(quote)
    if (isAtItsWords) continue
    const standing = countOf(flat.text, before + quote + after) === 1
    if (standing) problems.push(`"${quote}" stands, but is marked at ${JSON.stringify(words)}`)
    const spread = (own.at(-1)?.[1] ?? 0) - (own[0]?.[0] ?? 0)
    if (spread > quote.length * 4 + 400 && own.length > 1) {
      problems.push(`"${quote}" is spread over ${spread} letters`)
    }
  }
  return problems
}

export class CommentedPaper {
  readonly #host: RandomServer
  readonly #draft: string
  readonly #editors: readonly BoundEditor[]
  readonly #first: Node
  readonly #records: readonly Kept[]

  private constructor(
    host: RandomServer,
    draft: string,
    editors: readonly BoundEditor[],
    records: readonly Kept[],
  ) {
    this.#host = host
    this.#draft = draft
    this.#editors = editors
    this.#records = records
    this.#first = (editors[0] as BoundEditor).doc
  }

  /** `places`: where each comment begins and how long it is. */
  static async open(
    host: RandomServer,
    sections: number,
    places: readonly (readonly [at: number, length: number])[],
  ): Promise<CommentedPaper> {
    const { people } = host
    const session = await sessionAt(people, 'draft', { seats: { coAuthors: 'everyone' } })
    const { draft } = session.documents
    const editors = await Promise.all(
      writers.map(async (name) => new BoundEditor(await people[name].open(draft).synced())),
    )
    const [first] = editors as [BoundEditor]
    first.dispatch(first.tr.replaceWith(0, first.doc.content.size, firstText(sections).content))
    await first.client.allSaved()
    const records: Kept[] = []
    const path = `/api/documents/${draft}/threads`
    const lanes = commenters.map(async (name, lane) => {
      for (const [at, length] of places.filter((_, i) => i % commenters.length === lane)) {
        const range = rangeAt(first.client.doc, at, length)
        const { before, after, ...wish } = wishAt(first.client.doc, range)
        const { id } = await must(people[name].post(path, { ...wish, ...remark }))
        records.push({ id, quote: wish.quote, before, after })
      }
    })
    await Promise.all(lanes)
    const paper = new CommentedPaper(host, draft, editors, records)
    await paper.settle()
    return paper
  }

  do({ who, what }: Step): Promise<void> | undefined {
    const editor = this.#editors[who % editorCount] as BoundEditor
    const { provider } = (this.#editors[wanderer] as BoundEditor).client
    if (what === 'meet') return this.#meet()
    if (what === 'leave') provider.disconnect()
    else if (what === 'return') provider.connect()
    else attempt(() => move(editor, what, this.#first))
  }

  async #meet(): Promise<void> {
    const online = this.#editors.filter(({ client }) => client.provider.shouldConnect)
    await Promise.all(online.map(({ client }) => client.synced()))
    // Somebody without a word of their own has had nothing to be saved.
    await Promise.all(online.map(({ client }) => client.sent > 0 && client.allSaved()))
    for (const { client } of online) {
      const written = Y.encodeStateVector(client.doc)
      await Promise.all(
        online.map(({ client: { doc } }) =>
          untilIn(
            doc,
            () => knows(doc, written),
            () => 'vectors',
          ),
        ),
      )
    }
  }

  /** All that was ever commented on is listed, and right in every copy. */
  async settle(): Promise<void> {
    for (const { client } of this.#editors) client.provider.connect()
    await this.#meet()
    for (const { client } of this.#editors) {
      await untilIn(
        client.doc,
        () => problemsOf(client.doc, this.#records).length === 0,
        () => problemsOf(client.doc, this.#records),
      )
    }
    await this.#expectListed()
  }

  async #expectListed(): Promise<void> {
    const { people } = this.#host
    const threads = await threadsIn(people.truc, this.#draft)
    const newcomer = await people.truc.open(this.#draft).synced()
    const marked = piecesOf(newcomer.doc)
    newcomer.leave()
    expect(problemsOf(newcomer.doc, this.#records)).toEqual([])
    const listed = new Map(threads.map(({ id, detached }) => [id, detached]))
    expect([...listed].toSorted()).toEqual(
      this.#records.map(({ id }) => [id, !marked.has(id)]).toSorted(),
    )
  }

  /** The same comments at the same words in the process that comes after. */
  async killed(): Promise<void> {
    const before = this.#picture()
    await this.#host.kill()
    for (const { client } of this.#editors) client.provider.disconnect()
    await this.#host.again()
    await this.#expectListed()
    const newcomer = await this.#host.people.nga.open(this.#draft).synced()
    expect(picture(newcomer.doc)).toEqual(before)
    newcomer.leave()
  }

  /** Somebody puts the first text back, without a mark: each comment finds its words by itself. */
  async restore(): Promise<void> {
    const [editor] = this.#editors as [BoundEditor]
    const whole = { at: 0, length: 0, to: 0, words: '' }
    move(editor, { kind: 'restorePlain', ...whole }, this.#first)
    await this.settle()
    const flat = flatOf(editor.client.doc)
    const marked = piecesOf(editor.client.doc)
    const lost = this.#records.filter(
      ({ id, quote, before, after }) =>
        !marked.has(id) && countOf(flat.text, before + quote + after) === 1,
    )
    expect(lost).toEqual([])
  }

  #picture = () => picture((this.#editors[0] as BoundEditor).client.doc)

  get counts() {
    const marked = piecesOf((this.#editors[0] as BoundEditor).client.doc)
    return { threads: this.#records.length, standing: marked.size }
  }

  leave(): void {
    for (const editor of this.#editors) editor.leave()
  }
}

const picture = (doc: Y.Doc) => [...piecesOf(doc)].toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Words of the text, from one letter to the whole of some blocks; never blanks only. */
function rangeAt(doc: Y.Doc, at: number, length: number): FlatRange {
  const { text, spans } = flatOf(doc)
  const span = spans[at % spans.length]
  if (!span) throw new Error('nothing to comment on')
  let from = span.start + (at % Math.max(1, span.length))
  while (/\s/.test(text[from] ?? '') || /[\udc00-\udfff]/.test(text[from] ?? '')) from++
  let to = Math.min(from + 1 + length, text.length)
  while (/[\s\udc00-\udfff]/.test(text[to - 1] ?? '') && to - from > 1) to--
  if (/[\ud800-\udbff]/.test(text[to - 1] ?? '')) to++
  return [from, to]
}

/** ProseMirror refuses a step that does not fit where the numbers put it. */
function attempt(work: () => void): void {
  try {
    work()
  } catch (error) {
    const isRefused = error instanceof RangeError || /Replace|Transform/.test(String(error))
    // Yjs 13.6.33 throws when what it undid was deleted by others and collected meanwhile.
    const isCollected = error instanceof TypeError && /Item\.js|UndoManager/.test(error.stack ?? '')
    if (!isRefused && !isCollected) throw error
  }
}
