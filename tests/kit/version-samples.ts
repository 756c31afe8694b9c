// A version with everything a paper can hold, as it is handed to whoever prints it.
import { createHash } from 'node:crypto'
import type { VersionFacts, VersionPaper } from '../../server/papers/paper-sheet'
import { canonicalBytes } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'

type Marks = PaperNode['marks']
export const words = (text: string, marks?: Marks): PaperNode => ({
  type: 'text',
  text,
  ...(marks && { marks }),
})
export const paragraph = (text: string, attrs?: Record<string, unknown>): PaperNode => ({
  type: 'paragraph',
  ...(attrs && { attrs }),
  content: [words(text)],
})
const heading = (level: number, text: string): PaperNode => ({
  type: 'heading',
  attrs: { level },
  content: [words(text)],
})
const list = (type: string, items: PaperNode[][], attrs?: Record<string, unknown>): PaperNode => ({
  type,
  ...(attrs && { attrs }),
  content: items.map((content) => ({ type: 'listItem', content })),
})
const cell = (text: string, attrs?: Record<string, unknown>, type = 'tableCell'): PaperNode => ({
  type,
  ...(attrs && { attrs }),
  content: [paragraph(text)],
})
const row = (...content: PaperNode[]): PaperNode => ({ type: 'tableRow', content })

export const fullPaper: PaperNode = {
  type: 'doc',
  content: [
    paragraph('BÁO CÁO', { part: 'title' }),
    paragraph('chuyên đề “Chuyển đổi số”', { part: 'title' }),
    heading(1, 'I- THỰC TRẠNG'),
    heading(2, '1. Kết quả'),
    heading(3, 'a) Về dạy học'),
    paragraph('Đoạn thứ nhất dài đủ để xuống dòng, '.repeat(6).trim()),
    {
      type: 'paragraph',
      content: [
        words('đậm', [{ type: 'bold' }]),
        words(' nghiêng', [{ type: 'italic' }]),
        { type: 'hardBreak' },
        words('gạch chân', [{ type: 'underline' }]),
        words(' xem ', undefined),
        words('liên kết', [{ type: 'link', attrs: { href: 'https://example.org/?a=1&b=đ' } }]),
      ],
    },
    paragraph('Căn giữa', { textAlign: 'center' }),
    paragraph('Căn phải', { textAlign: 'right' }),
    list(
      'orderedList',
      [
        [
          paragraph('mục ba'),
          paragraph('đoạn nữa của mục ba'),
          list('orderedList', [[paragraph('mục con')]], { type: 'a' }),
        ],
        [paragraph('mục bốn')],
      ],
      { start: 3 },
    ),
    list('bulletList', [[paragraph('gạch đầu dòng')]]),
    list('orderedList', [[paragraph('danh sách khác')]]),
    {
      type: 'table',
      content: [
        row(
          cell('Việc', { colspan: 2 }, 'tableHeader'),
          cell('Thời hạn', undefined, 'tableHeader'),
        ),
        row(cell('gộp dòng', { rowspan: 2 }), cell('b1'), cell('c1')),
        row(cell('b2'), cell('c2')),
      ],
    },
    { type: 'horizontalRule' },
    paragraph('uỷ ban <w:t>&amp; "ngoặc"'.normalize('NFD')),
    paragraph('NGƯỜI CHUẨN BỊ CHUYÊN ĐỀ', { part: 'signature' }),
  ],
}

export function versionOf(doc: PaperNode, more: Partial<VersionFacts> = {}): VersionPaper {
  const bytes = canonicalBytes(doc)
  return {
    facts: {
      id: 'banchot2',
      number: 2,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      frozenAt: '2027-02-04T20:00:00.000Z',
      isFinal: false,
      cell: {
        name: 'Chi bộ Trường THCS Sông Mây',
        parentName: 'Đảng bộ xã Hòa Phú',
        place: 'Hòa Phú',
      },
      topic: 'Chuyển đổi số',
      presenter: 'Trần Thị Hạnh',
      ...more,
    },
    text: new TextDecoder().decode(bytes),
  }
}
