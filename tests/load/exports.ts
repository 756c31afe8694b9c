// How long a version of a hundred pages takes to become a Word file or a PDF: what the worker thread does, in this one.
import { version } from '../../server/papers/paper-worker'
import type { PaperNode } from '../../shared/document/outline'
import { readPdf } from '../kit/read-pdf'
import { paragraph, versionOf } from '../kit/version-samples'
import { median, type Row, round } from './figures'

const heading = (level: number, text: string): PaperNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
})
const sentence =
  'Chi bộ thảo luận, thống nhất đánh giá kết quả và giao nhiệm vụ cho từng đồng chí. '

/** About 2,300 characters a page, a heading every four paragraphs, a table every twenty. */
function longPaper(pages: number): PaperNode {
  const cell = (text: string): PaperNode => ({ type: 'tableCell', content: [paragraph(text)] })
  const content = Array.from({ length: pages * 5 }, (_, index): PaperNode[] => [
    ...(index % 4 === 0 ? [heading((index % 3) + 1, `${index + 1}. Nội dung`)] : []),
    paragraph(`Đoạn ${index + 1}. ${sentence.repeat(5)}`.trim()),
    ...(index % 20 === 0
      ? [
          {
            type: 'table',
            content: Array.from({ length: 4 }, () => ({
              type: 'tableRow',
              content: ['Việc', 'Chủ trì', 'Phối hợp', 'Thời hạn'].map(cell),
            })),
          },
        ]
      : []),
  ]).flat()
  return { type: 'doc', content }
}

export async function exportRows(): Promise<Row[]> {
  const doc = longPaper(100)
  const rows: Row[] = []
  for (const form of ['docx', 'pdf'] as const) {
    const times: number[] = []
    let bytes = new Uint8Array()
    // The first also loads the library; it is not counted.
    for (let turn = 0; turn < 4; turn++) {
      const paper = versionOf(doc, { number: turn + 1 })
      const before = performance.now()
      bytes = new Uint8Array(await version({ form, paper }))
      if (turn > 0) times.push(performance.now() - before)
    }
    const size = `${Math.round(bytes.length / 1024)} KiB`
    const pages = form === 'pdf' ? `, ${readPdf(bytes).pages.length} pages` : ''
    rows.push({
      what: `export of 100 pages as ${form}`,
      figure: `${round(median(times), 0)} ms, ${size}${pages}`,
    })
  }
  return rows
}
