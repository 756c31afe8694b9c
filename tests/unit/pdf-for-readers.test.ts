// [P9] What a PDF of ours tells readers of screens and of long papers: title, language, bookmarks, tags.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import { type PaperNode, plainText } from '../../shared/document/outline'
import { sourceOf } from '../../shared/document/picture'
import { shortDigest } from '../../shared/records/digest'
import { drawing } from '../kit/pictures'
import { readTags, type TagNode } from '../kit/read-tags'
import { fullPaper, paragraph, versionOf } from '../kit/version-samples'

const heading = (level: number, text: string): PaperNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
})
const paper = versionOf({
  type: 'doc',
  content: [
    paragraph('BÁO CÁO', { part: 'title' }),
    heading(1, 'I- THỰC TRẠNG'),
    heading(2, '1. Kết quả'),
    heading(3, 'a) Dạy học'),
    paragraph('Lời.'),
    heading(2, '2. Hạn chế'),
    heading(1, 'II- GIẢI PHÁP'),
    heading(3, 'a) Ngay trong năm'),
    paragraph('Lời.'),
  ],
})

interface Bookmark {
  readonly title: string
  readonly below: readonly Bookmark[]
}

/** Strings of pdfkit: UTF-16 with its mark, in brackets, some bytes escaped. */
function words(written: string): string {
  const plain = written.replace(/\\([()\\nrtbf])/g, (_, letter: string) => {
    const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
    return named[letter] ?? letter
  })
  const bytes = Buffer.from(plain, 'latin1')
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : plain
}

describe('a PDF of a version', () => {
  it('[P9] has its title shown, its language, and bookmarks below one another as its headings are', async () => {
    const bytes = await version({ form: 'pdf', paper })
    const file = Buffer.from(bytes).toString('latin1')
    const objects = new Map(
      [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, inside]) => [
        Number(id),
        inside ?? '',
      ]),
    )
    const at = (id: number) => objects.get(id) ?? ''
    const reference = (inside: string, key: string) =>
      Number(new RegExp(`/${key} (\\d+) 0 R`).exec(inside)?.[1] ?? 0)
    const below = (id: number): Bookmark[] => {
      const found: Bookmark[] = []
      for (let next = reference(at(id), 'First'); next > 0; next = reference(at(next), 'Next')) {
        const title = /\/Title \(((?:\\.|[^\\)])*)\)/s.exec(at(next))?.[1] ?? ''
        found.push({ title: words(title), below: below(next) })
      }
      return found
    }
    const catalog = [...objects.values()].find((inside) => inside.includes('/Type /Catalog')) ?? ''
    expect(catalog).toContain('/Lang (vi-VN)')
    expect(file).toContain('/DisplayDocTitle true')
    expect(below(reference(catalog, 'Outlines'))).toEqual([
      {
        title: 'I- THỰC TRẠNG',
        below: [
          { title: '1. Kết quả', below: [{ title: 'a) Dạy học', below: [] }] },
          { title: '2. Hạn chế', below: [] },
        ],
      },
      { title: 'II- GIẢI PHÁP', below: [{ title: 'a) Ngay trong năm', below: [] }] },
    ])
    expect(catalog).toMatch(/\/MarkInfo \d+ 0 R/)
    expect(file).toContain('/Marked true')
  })
})

const wordsIn = ({ inside }: TagNode): string =>
  inside.map((one) => (typeof one === 'string' ? one : wordsIn(one))).join('')
/** `P(Lời.)`, and what is below in brackets. */
const drawn = ({ type, inside }: TagNode): string =>
  `${type}(${inside.map((one) => (typeof one === 'string' ? one.trim() : drawn(one))).join(' ')})`

describe('the tags of a PDF', () => {
  it('[P9] are a tree of headings, paragraphs, lists in lists, links and tables', async () => {
    const { tree } = readTags(await version({ form: 'pdf', paper: versionOf(fullPaper) }))
    const shown = tree.inside.map((one) => (typeof one === 'string' ? one : drawn(one)))
    expect(shown.slice(7, 10)).toEqual(['H1(I- THỰC TRẠNG)', 'H2(1. Kết quả)', 'H3(a) Về dạy học)'])
    expect(shown.at(11)).toBe('P(đậm nghiênggạch chân xem Link(liên kết))')
    expect(shown.slice(14, 18)).toEqual([
      'L(LI(Lbl(3.) LBody(P(mục ba) P(đoạn nữa của mục ba) L(LI(Lbl(a.) LBody(P(mục con)))))) ' +
        'LI(Lbl(4.) LBody(P(mục bốn))))',
      'L(LI(Lbl(-) LBody(P(gạch đầu dòng))))',
      'L(LI(Lbl(1.) LBody(P(danh sách khác))))',
      'Table(TR(TH(P(Việc)) TH(P(Thời hạn))) TR(TD(P(gộp dòng)) TD(P(b1)) TD(P(c1))) ' +
        'TR(TD(P(b2)) TD(P(c2))))',
    ])
  })

  it('[P9] hold every word of the paper, on every page, in order; nothing else', async () => {
    const content = Array.from({ length: 60 }, (_, index) =>
      index % 9 === 0
        ? heading(1, `Mục ${index}.`)
        : paragraph(`Câu ${index} của bài, ${'dài thêm một chút, '.repeat(index % 13)}hết.`),
    )
    const long = versionOf({ type: 'doc', content }, { isNumbered: true })
    const { tree, beside } = readTags(await version({ form: 'pdf', paper: long }))
    const bare = (words: string) => words.replace(/\s/g, '')
    const text = content.map((node) => plainText(node)).join('')
    expect(bare(wordsIn(tree)).includes(bare(text))).toBe(true)
    const code = shortDigest(long.facts.sha256)
    const others = beside.map((run) => run.trim()).filter((run) => !/^\d*$/.test(run))
    expect(new Set(others)).toEqual(new Set(['*', '-----', 'Bản', 'chốt', '·', code]))
  })

  it('[P9] repeat no heading row, and describe every picture', async () => {
    const bytes = await drawing(40, 20)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const cell = (type: string, text: string) => ({ type, content: [paragraph(text)] })
    const rows = Array.from({ length: 60 }, (_, index) => ({
      type: 'tableRow',
      content: [cell(index === 0 ? 'tableHeader' : 'tableCell', `dòng ${index}`)],
    }))
    const image = { type: 'image', attrs: { src: sourceOf(sha256), alt: 'O do' } }
    const doc = { type: 'doc', content: [image, { type: 'table', content: rows }] }
    const paper = { ...versionOf(doc), pictures: new Map([[sha256, new Uint8Array(bytes)]]) }
    const { tree } = readTags(await version({ form: 'pdf', paper }))
    const found = tree.inside.filter((one): one is TagNode => typeof one !== 'string')
    expect(found.find(({ type }) => type === 'Figure')?.alt).toBe('O do')
    const table = found.find(({ type }) => type === 'Table')
    expect(table?.inside).toHaveLength(60)
    expect(wordsIn(table as TagNode).match(/dòng 0/g)).toHaveLength(1)
  })
})
