// [I4] [I6] Twenty files made by different means come in without loss: every line is in the paper or in the report.
import { describe, expect, it } from 'vitest'
import { readWord } from '../../server/word/read-word'
import { canonical } from '../../shared/document/canonical'
import { type PaperNode, plainText } from '../../shared/document/outline'
import { importReport } from '../../shared/records/import-report'
import { samples } from '../kit/word-files'

const flat = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ')
const read = async (name: string) => {
  const sample = samples.find((one) => one.name.startsWith(name))
  if (!sample) throw new Error(name)
  return readWord(await sample.file())
}
const shape = (nodes: readonly PaperNode[]): unknown[] =>
  nodes.map(({ type, attrs = {}, content = [], text }) => {
    const said = Object.entries(attrs).map(([name, value]) => `${name}=${value}`)
    const label = [type, ...said].join(' ')
    const isText = type === 'paragraph' || type === 'heading'
    return (
      text ?? (isText ? [label, flat(plainText({ type, content }))] : [label, ...shape(content)])
    )
  })
const counts = (report: { what: string; count: number }[]) =>
  Object.fromEntries(report.map(({ what, count }) => [what, count]))

describe('a Word file', () => {
  it('comes in twenty kinds', () => {
    expect(new Set(samples.map(({ name }) => name)).size).toBe(20)
  })

  it.each(samples.map((sample) => [sample.name, sample] as const))(
    '[I4] loses no line: %s',
    async (_, { file, lines }) => {
      const { content, report } = await readWord(await file())
      importReport.parse(report)
      const told = [...report.leftOut, ...report.changed].flatMap(({ examples }) => examples)
      const all = flat(`${content.map(plainText).join('\n')}\n${told.join('\n')}`)
      for (const line of lines) expect(all).toContain(flat(line))
      // Composed, and in the schema's own order.
      expect(JSON.stringify(content).normalize('NFC')).toBe(JSON.stringify(content))
      expect(canonical({ type: 'doc', content }).content?.length).toBe(content.length)
    },
  )

  it('[I4] accepts what was inserted and counts what was deleted', async () => {
    const { content, report } = await read('tracked')
    expect(content.map(plainText).join('\n')).not.toMatch(/phần bỏ|Hàng bỏ|Chuyển đi/)
    expect(counts(report.leftOut)).toEqual({ deletions: 3 })
    expect(counts(report.changed)).toMatchObject({ insertions: 2 })
    expect(shape(content)[1]).toEqual(['paragraph', 'Đoạn trước nối đoạn sau'])
  })

  it('keeps lists in lists, goes on counting, and writes what no list can show', async () => {
    const { content } = await read('nested lists')
    const line = (text: string) => ['paragraph', text]
    expect(shape(content)).toEqual([
      [
        'orderedList',
        [
          'listItem',
          line('Một'),
          [
            'orderedList type=a',
            [
              'listItem',
              line('a thứ nhất'),
              ['orderedList type=i', ['listItem', line('i thứ nhất')]],
            ],
            ['listItem', line('a thứ hai')],
          ],
        ],
        ['listItem', line('Hai')],
      ],
      line('Chen giữa'),
      ['orderedList start=3', ['listItem', line('Ba')]],
      line('Điều 1. Phạm vi'),
      line('Điều 2. Đối tượng'),
      ['orderedList', ['listItem', line('Chương')]],
      line('1.1. Mục con'),
      ['bulletList', ['listItem', line('gạch'), ['bulletList', ['listItem', line('cộng')]]]],
    ])
  })

  it('keeps merged cells where they stand', async () => {
    const { content } = await read('merged')
    const cells = (at: number) => content[0]?.content?.[at]?.content ?? []
    expect(content[0]?.content?.map(({ content = [] }) => content.length)).toEqual([2, 2, 3, 3])
    expect(cells(0).map(({ type, attrs }) => [type, attrs?.colspan, attrs?.rowspan])).toEqual([
      ['tableHeader', undefined, 2],
      ['tableHeader', 2, undefined],
    ])
    expect(cells(2)[1]?.content?.[0]?.type).toBe('table')
    expect(cells(3).map(plainText)).toEqual(['2', 'Hàng thiếu ô', ''])
  })

  it('drops links into a computer and says so, keeps safe ones', async () => {
    const { content, report } = await read('LibreOffice from HTML')
    const links = JSON.stringify(content).match(/"href":"[^"]*"/g)
    expect(links).toEqual([
      '"href":"https://vanban.example/17?a=1&b=2"',
      '"href":"mailto:chibo@truong.example"',
    ])
    expect(counts(report.leftOut)).toEqual({ links: 2 })
    expect(content.map(({ type }) => type)).toContain('horizontalRule')
  })

  it('leaves out what the form draws itself, and takes bold numbered lines for headings', async () => {
    const { content, report } = await read('headers')
    expect(shape(content)).toEqual([
      ['paragraph part=title', 'KẾ HOẠCH'],
      ['paragraph part=title', 'sinh hoạt chuyên đề'],
      ['heading level=1', 'I. MỤC ĐÍCH'],
      ['paragraph', 'Thấy được đỏ'],
      ['heading level=2', '1. Yêu cầu'],
      ['paragraph part=signature', 'T/M CHI BỘ'],
      ['paragraph part=signature', 'BÍ THƯ'],
      ['paragraph part=signature', 'Nguyễn Văn A'],
    ])
    expect(counts(report.leftOut)).toEqual({ margins: 1, letterhead: 4, recipients: 2, hidden: 1 })
    expect(counts(report.changed)).toMatchObject({ guessedHeadings: 2, formatting: 1 })
  })

  it('[I6] tells which old letters it turned, and leaves Unicode and English alone', async () => {
    const { report } = await read('TCVN3 without')
    expect(counts(report.changed)).toEqual({ tcvn3: 2 })
    expect(counts((await read('VNI')).report.changed)).toMatchObject({ vni: 2 })
  })
})
