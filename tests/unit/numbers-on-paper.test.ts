// [P10] Paragraph numbers in the margin of a draft on paper: nothing else moves by them.
import { beforeAll, describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import { unzip } from '../../shared/papers/unzip'
import { type DrawnRun, drawnRuns } from '../kit/read-pdf'
import { fullPaper, versionOf } from '../kit/version-samples'

const numbered = versionOf(fullPaper, { isNumbered: true })
const plain = versionOf(fullPaper)
/** Eleven paragraphs of it bear one. */
const all = Array.from({ length: 11 }, (_, index) => String(index + 1))
const mm = (points: number) => (points / 72) * 25.4

describe('a PDF with paragraph numbers', () => {
  let runs: DrawnRun[]
  let numbers: DrawnRun[]
  beforeAll(async () => {
    runs = drawnRuns(await version({ form: 'pdf', paper: numbered }))
    numbers = runs.filter(({ size }) => size === 9)
  })

  it('[P10] has them in order, left of the text, on the first line of their paragraph', () => {
    expect(numbers.map(({ text }) => text)).toEqual(all)
    for (const { x, page, y } of numbers) {
      expect(mm(x)).toBeGreaterThan(15)
      expect(mm(x)).toBeLessThan(27)
      const beside = runs.filter((run) => run.page === page && run.y === y && run.size === 14)
      expect(beside.length).toBeGreaterThan(0)
    }
  })

  it('[P10] draws them after the words of the page, and every word where it stands without them', async () => {
    const last = runs.findLastIndex(({ size }) => size !== 9)
    const first = runs.findIndex(({ size }) => size === 9)
    expect(first).toBeGreaterThan(last)
    const places = (drawn: readonly DrawnRun[]) =>
      drawn.filter(({ size }) => size > 10).map(({ page, x, y, text }) => [page, x, y, text])
    expect(places(runs)).toEqual(places(drawnRuns(await version({ form: 'pdf', paper: plain }))))
  })
})

describe('a Word file with paragraph numbers', () => {
  const documentOf = async (paper: typeof plain) => {
    const parts = await unzip(await version({ form: 'docx', paper }))
    return new TextDecoder().decode(parts.get('word/document.xml'))
  }
  const frame = /<w:p><w:pPr><w:pStyle w:val="PaperNumber"\/>.*?<\/w:p>/gs

  it('[P10] has them in frames on the page, and is else the very same document', async () => {
    const xml = await documentOf(numbered)
    const frames = xml.match(frame) ?? []
    expect(frames.map((one) => /<w:t[^>]*>(\d+)</.exec(one)?.[1])).toEqual(all)
    for (const one of frames) {
      const [, properties = ''] = /<w:framePr ([^>]*)\/>/.exec(one) ?? []
      expect(properties).toContain('w:hAnchor="page"')
      const value = (key: string) => Number(new RegExp(`w:${key}="(\\d+)"`).exec(properties)?.[1])
      // Twentieths of a point: it ends 3 mm left of the text.
      expect(mm((value('x') + value('w')) / 20)).toBeCloseTo(27, 1)
    }
    expect(xml.replace(frame, '')).toBe(await documentOf(plain))
  })
})
