// [P9] What a PDF of ours tells readers of screens and of long papers: title, language, bookmarks; and claims no more.
import { describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import type { PaperNode } from '../../shared/document/outline'
import { paragraph, versionOf } from '../kit/version-samples'

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
    // The library draws no structure: saying that there is one would mislead who reads by ear.
    expect(file).not.toMatch(/\/Marked true/)
  })
})
