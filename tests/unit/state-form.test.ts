// [P4] A version in the state's form, read back and measured against the numbers of decree 30/2020/NĐ-CP.
import { beforeAll, describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import { remake } from '../../server/verify/remake'
import { checkFile } from '../../shared/papers/check-file'
import { sizesOf } from '../kit/pdf-sizes'
import { drawnRuns, readPdf } from '../kit/read-pdf'
import { unzip } from '../kit/unzip'
import { fullPaper, paragraph, versionOf } from '../kit/version-samples'

const paper = versionOf(
  {
    type: 'doc',
    content: [
      ...(fullPaper.content ?? []).slice(0, -1),
      paragraph('T/M CHI BỘ', { part: 'signature' }),
      paragraph('BÍ THƯ', { part: 'signature' }),
      paragraph('Nguyễn Thị Nga', { part: 'signature' }),
    ],
  },
  { style: 'nd30', isFinal: true },
)

const attributes = (xml: string, tag: string, name: string) =>
  [...xml.matchAll(new RegExp(`<w:${tag}\\b[^>]*?\\bw:${name}="([^"]*)"`, 'g'))].map(
    ([, value]) => value,
  )
const textIn = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('')
const mm = (twips: string | undefined) => Number(twips) / 56.6929

/** Words, least and most points, bold, italic, underlined: typed from the decree's table of forms. */
const table = [
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 13, true, false, false],
  ['Độc lập - Tự do - Hạnh phúc', 13, 14, true, false, true],
  ['ĐẢNG BỘ XÃ HÒA PHÚ', 12, 13, false, false, false],
  ['CHI BỘ TRƯỜNG THCS SÔNG MÂY', 12, 13, true, false, false],
  ['Số: …/BC-CB', 13, 13, false, false, false],
  ['Hòa Phú, ngày 05 tháng 02 năm 2027', 13, 14, false, true, false],
  ['BÁO CÁO', 13, 14, true, false, false],
  ['chuyên đề “Chuyển đổi số”', 13, 14, true, false, false],
  ['TM. CHI BỘ', 13, 14, true, false, false],
  ['BÍ THƯ', 13, 14, true, false, false],
  ['Nguyễn Thị Nga', 13, 14, true, false, false],
  ['Nơi nhận:', 12, 12, true, true, false],
  ['- Lưu Chi bộ.', 11, 11, false, false, false],
] as const

describe('the state’s form in Word', () => {
  let files: Map<string, string>
  let xml = ''
  let paragraphs: string[] = []
  beforeAll(async () => {
    files = unzip(await version({ form: 'docx', paper }))
    xml = files.get('word/document.xml') ?? ''
    paragraphs = xml.match(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs) ?? []
  })

  it.each(table)('[P4] has %s in %d to %d points', (words, least, most, bold, italic, under) => {
    const found = paragraphs.find((one) => textIn(one) === words) ?? ''
    const size = Number(attributes(found, 'sz', 'val')[0]) / 2
    expect(size).toBeGreaterThanOrEqual(least)
    expect(size).toBeLessThanOrEqual(most)
    expect(found.includes('<w:b/>')).toBe(bold)
    expect(found.includes('<w:i/>')).toBe(italic)
    expect(attributes(found, 'u', 'val')).toEqual(under ? ['single'] : [])
  })

  it('[P4] is A4 within the margins of the decree, its body 13 to 14 points, 6 points apart', () => {
    const at = (name: string) => mm(attributes(xml, 'pgMar', name)[0])
    for (const [name, least, most] of [
      ['top', 20, 25],
      ['bottom', 20, 25],
      ['left', 30, 35],
      ['right', 15, 20],
    ] as const) {
      expect(at(name)).toBeGreaterThan(least - 0.05)
      expect(at(name)).toBeLessThan(most + 0.05)
    }
    const body = paragraphs.find((one) => textIn(one).startsWith('Đoạn thứ nhất')) ?? ''
    const size = Number(attributes(body, 'sz', 'val')[0]) / 2
    expect(size === 13 || size === 14).toBe(true)
    expect(attributes(body, 'jc', 'val')).toEqual(['both'])
    expect(Number(attributes(body, 'spacing', 'before')[0]) / 20).toBeGreaterThanOrEqual(6)
    const indent = mm(attributes(body, 'ind', 'firstLine')[0])
    expect(indent).toBeGreaterThan(9.95)
    expect(indent).toBeLessThan(12.75)
    // Between single lines and one and a half, for letters of this size.
    const line = Number(attributes(body, 'spacing', 'line')[0]) / 20
    expect(line).toBeGreaterThanOrEqual(size * 1.1)
    expect(line).toBeLessThanOrEqual(size * 1.75)
  })

  it('[P4] has its rules a third to a half of the line long, and no star and no dashes', () => {
    const rules = paragraphs.filter((one) => /<w:pBdr><w:bottom/.test(one)).slice(0, 2)
    const lengths = rules.map((one, index) => {
      const width = index === 0 ? 72 : 165
      return (width - mm(attributes(one, 'ind', 'left')[0]) * 2) / width
    })
    for (const length of lengths) {
      expect(length).toBeGreaterThan(0.29)
      expect(length).toBeLessThan(0.51)
    }
    expect(lengths).toHaveLength(2)
    expect(paragraphs.map(textIn)).not.toContain('*')
    expect(paragraphs.map(textIn)).not.toContain('-----')
  })
})

describe('the state’s form as a PDF', () => {
  it('[P4] has the same sizes', async () => {
    const bytes = await version({ form: 'pdf', paper })
    const sizes = sizesOf(bytes)
    for (const [words, least, most] of table) {
      const size = sizes.get(words) ?? 0
      expect([words, size >= least && size <= most]).toEqual([words, true])
    }
    expect(readPdf(bytes).pages.join(' ')).not.toContain('-----')
  })
})

describe('a file in the state’s form', () => {
  it.each(['docx', 'pdf'] as const)('[P4] is checked as %s like any other', async (form) => {
    const bytes = await version({ form, paper })
    const check = await checkFile(bytes, { remake, versionOf: async () => null })
    expect(check).toMatchObject({ verdict: 'exact', id: 'banchot2' })
    const other = await version({ form, paper: versionOf(fullPaper) })
    expect(Buffer.compare(bytes, other)).not.toBe(0)
  })
})

describe('minutes', () => {
  it('[P4] are signed by two, side by side, whoever wrote them on the left', async () => {
    const minutes = versionOf({
      type: 'doc',
      content: [
        paragraph('BIÊN BẢN', { part: 'title' }),
        paragraph('Lời.'),
        paragraph('NGƯỜI GHI BIÊN BẢN', { part: 'signature' }),
        paragraph('Đặng Minh Tuấn', { part: 'signature' }),
        paragraph('CHỦ TRÌ HỘI NGHỊ', { part: 'signature' }),
      ],
    })
    const runs = drawnRuns(await version({ form: 'pdf', paper: minutes }))
    const at = (word: string) => runs.find(({ text }) => text.trim() === word)
    expect(at('NGƯỜI')?.y).toBe(at('CHỦ')?.y)
    expect(at('NGƯỜI')?.x).toBeLessThan(300)
    expect(at('CHỦ')?.x).toBeGreaterThan(300)
    expect(at('Tuấn')?.x).toBeLessThan(300)
    expect(at('Nơi')).toBeUndefined()
    const xml =
      unzip(await version({ form: 'docx', paper: minutes })).get('word/document.xml') ?? ''
    const signed = xml.slice(xml.lastIndexOf('<w:tbl>'))
    const cells = [...signed.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textIn(cell))
    expect(cells).toEqual(['NGƯỜI GHI BIÊN BẢNĐặng Minh Tuấn', 'CHỦ TRÌ HỘI NGHỊ'])
  })
})
