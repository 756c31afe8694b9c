// [P4] The measures of both forms, typed by hand, read back from where the letters of a PDF stand.
import { beforeAll, describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import { sizesOf } from '../kit/pdf-sizes'
import { type DrawnRun, drawnRuns } from '../kit/read-pdf'
import { fullPaper, paragraph, versionOf } from '../kit/version-samples'

/** Four pages of it. */
const doc = {
  type: 'doc',
  content: [
    ...(fullPaper.content ?? []).slice(0, 2),
    ...Array.from({ length: 14 }, (_, index) =>
      paragraph(
        `Đoạn số ${index + 1}: ${'chi bộ thảo luận, thống nhất và quyết nghị; '.repeat(18)}`,
      ),
    ),
    ...(fullPaper.content ?? []).slice(-1),
  ],
}
const mm = (points: number) => (points / 72) * 25.4
const pageMm = { width: 210, height: 297 }
/** Ascender of Tinos: the baseline stands so much of its size below the top of a line. */
const ascender = 0.891

describe.each(['hd05', 'nd30'] as const)('a PDF in the form %s', (style) => {
  let bytes: Uint8Array
  let runs: DrawnRun[]
  beforeAll(async () => {
    bytes = await version({ form: 'pdf', paper: versionOf(doc, { style }) })
    runs = drawnRuns(bytes)
  })
  const linesOf = (page: number) => {
    const body = runs.filter((run) => run.page === page && run.size === 14)
    return [...new Set(body.map(({ y }) => y))].map((y) => body.filter((run) => run.y === y))
  }

  it('[P4] begins 30 mm from the left and keeps 20 mm above and below, 15 mm on the right', () => {
    const inside = runs.filter(({ size }) => size === 14).filter(({ text }) => !/^\d$/.test(text))
    const left = Math.min(...inside.map(({ x }) => mm(x)))
    expect(left).toBeGreaterThan(29.9)
    expect(left).toBeLessThan(30.1)
    const top = Math.max(...inside.map(({ y }) => mm(y + 14 * ascender)))
    expect(pageMm.height - top).toBeGreaterThan(19.9)
    const bottom = Math.min(...inside.map(({ y }) => mm(y)))
    expect(bottom).toBeGreaterThan(20)
    const right = Math.max(...inside.map(({ x }) => mm(x)))
    expect(right).toBeLessThan(pageMm.width - 15)
  })

  it('[P4] sets lines 18 points apart, paragraphs six more, their first line 10 mm in', () => {
    const lines = linesOf(2).filter(([first]) => !/^\d+$/.test(first?.text.trim() ?? ''))
    const steps = lines.slice(1).map((line, i) => (lines[i]?.[0]?.y ?? 0) - (line[0]?.y ?? 0))
    const kinds = new Set(steps.map((step) => Math.round(step * 10) / 10))
    expect([...kinds].sort((a, b) => a - b)).toEqual([18, 24])
    const begins = lines.filter(([first]) => first?.text.startsWith('Đoạn'))
    expect(begins.length).toBeGreaterThan(2)
    for (const [first] of begins) expect(mm(first?.x ?? 0)).toBeCloseTo(40, 1)
  })

  it('[P4] bears its number from the second page on, 14 points, 10 mm from the top, in the middle', () => {
    const numbers = runs.filter(({ y, text }) => mm(y) > pageMm.height - 19 && /^\d+$/.test(text))
    const pages = Math.max(...runs.map(({ page }) => page))
    expect(pages).toBeGreaterThan(3)
    expect(numbers.map(({ page, text }) => [page, text])).toEqual(
      Array.from({ length: pages - 1 }, (_, index) => [index + 2, String(index + 2)]),
    )
    for (const { x, y, size } of numbers) {
      expect(size).toBe(14)
      expect(pageMm.height - mm(y + size * ascender)).toBeCloseTo(10, 0)
      // The middle of what stands between the margins.
      expect(mm(x + size / 4)).toBeCloseTo(30 + 165 / 2, 0)
    }
  })

  it('[P4] bears the code on every page', () => {
    const codes = runs.filter(({ size }) => size === 10)
    expect(new Set(codes.map(({ page }) => page)).size).toBe(Math.max(...runs.map((r) => r.page)))
  })
})

describe('the sizes of the Party’s form in a PDF', () => {
  it.each([
    ['ĐẢNG BỘ XÃ HÒA PHÚ', 14],
    ['CHI BỘ TRƯỜNG THCS SÔNG MÂY', 14],
    ['*', 14],
    ['Dự thảo lần 2', 14],
    ['ĐẢNG CỘNG SẢN VIỆT NAM', 15],
    ['Hòa Phú, ngày 05 tháng 02 năm 2027', 14],
    ['BÁO CÁO', 15],
    ['chuyên đề “Chuyển đổi số”', 14],
    ['-----', 14],
    ['Nơi nhận:', 14],
    ['- Lưu Chi bộ.', 12],
    ['NGƯỜI CHUẨN BỊ CHUYÊN ĐỀ', 14],
    ['Trần Thị Hạnh', 14],
  ])('[P4] %s: %d points', async (words, size) => {
    expect(sizesOf(await partyForm()).get(words)).toBe(size)
  })
})

let made: Promise<Uint8Array> | null = null
function partyForm(): Promise<Uint8Array> {
  made ??= version({ form: 'pdf', paper: versionOf(fullPaper) })
  return made
}
