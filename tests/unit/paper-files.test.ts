// The files of the table of answers, read back: page, faces, header rows, text that can be selected.
import { beforeAll, describe, expect, it } from 'vitest'
import { asAttachment } from '../../server/papers/file-name'
import { makeAnswers } from '../../server/papers/paper-maker'
import { answers } from '../../server/papers/paper-worker'
import { placeAndDate, printable } from '../../server/papers/sheet'
import type { AnswersRow } from '../../shared/papers/answers-schema'
import { tableOf } from '../../shared/papers/answers-table'
import { paperWith, tableOfMany } from '../kit/answers-samples'
import { type ReadPdf, readPdf } from '../kit/read-pdf'
import { unzip } from '../kit/unzip'

const headings = [
  'TT',
  'Vị trí (mục, đoạn)',
  'Nội dung dự thảo',
  'Người góp ý (chức vụ)',
  'Nội dung góp ý',
  'Kết quả',
  'Nội dung tiếp thu, giải trình',
  'Nội dung sau chỉnh sửa',
]
const many = tableOfMany(300)
const [first] = many.rows
if (!first) throw new Error('no rows')

/** What people do write: letters in pieces, controls, halves of an emoji, words without an end. */
const wild: AnswersRow = {
  ...first,
  stands: 'deleted',
  quote: 'một bộ phận'.normalize('NFD'),
  body: `a\u0000b\u000bc <w:t>&amp;\ud800 ${'x'.repeat(300)}\r\nDòng hai`,
  replacement: '',
  agreed: [{ username: 'bao', name: 'Phạm Quốc Bảo', posts: ['member'] }],
}
const attribute = (xml: string, tag: string, name: string) =>
  [...xml.matchAll(new RegExp(`<w:${tag}\\b[^>]*?\\bw:${name}="([^"]*)"`, 'g'))].map(
    ([, value]) => value,
  )
const textIn = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words)

describe('printable text', () => {
  it('is NFC and holds nothing that XML refuses', () => {
    expect(printable(wild.quote)).toBe('một bộ phận')
    expect(printable('a\u0000b\ud800c\u0085d\r\ne\tf👍')).toBe('abcd\ne\tf👍')
  })

  it('[B6] dates with two digits for the day and the first two months', () => {
    expect(placeAndDate('Hòa Phú', '2027-02-05')).toBe('Hòa Phú, ngày 05 tháng 02 năm 2027')
    expect(placeAndDate('', '2026-12-14')).toBe('…, ngày 14 tháng 12 năm 2026')
  })
})

describe('the Word file', () => {
  let files: Map<string, string>
  let xml = ''
  beforeAll(async () => {
    const table = tableOf([...many.rows, { ...wild, thread: 'wild' }])
    files = unzip(await answers({ form: 'docx', paper: paperWith(table) }))
    xml = files.get('word/document.xml') ?? ''
  })

  it('[B6] is A4 on its side, margins 20/15/20/30 mm, its number 10 mm from the top', () => {
    expect(attribute(xml, 'pgSz', 'orient')).toEqual(['landscape'])
    const mm = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4 * 10) / 10
    const size = ['w', 'h'].map((name) => mm(attribute(xml, 'pgSz', name)[0]))
    expect(size).toEqual([297, 210])
    const margins = ['top', 'right', 'bottom', 'left', 'header'].map((name) =>
      mm(attribute(xml, 'pgMar', name)[0]),
    )
    expect(margins).toEqual([20, 15, 20, 30, 10])
    expect(xml).toContain('<w:titlePg')
    const headers = [...files].filter(([name]) => /^word\/header\d+\.xml$/.test(name))
    const numbered = headers.filter(([, header]) => header.includes('PAGE'))
    expect(numbered).toHaveLength(1)
    expect(attribute(numbered[0]?.[1] ?? '', 'sz', 'val')).toContain('28')
  })

  it('[B6] is in Times New Roman on every script, in the sizes of the guidance', () => {
    for (const name of ['ascii', 'hAnsi', 'cs', 'eastAsia']) {
      expect(new Set(attribute(xml, 'rFonts', name))).toEqual(new Set(['Times New Roman']))
      const styles = files.get('word/styles.xml') ?? ''
      expect(attribute(styles, 'rFonts', name)).toContain('Times New Roman')
    }
    const runs = xml.match(/<w:r>|<w:r /g)?.length ?? 0
    expect(attribute(xml, 'rFonts', 'ascii').length).toBeGreaterThanOrEqual(runs)
    expect(new Set(attribute(xml, 'sz', 'val'))).toEqual(new Set(['24', '28', '30']))
  })

  it('[B6] repeats the eight headings of the form on every page of the table', () => {
    const rows = xml.match(/<w:tr>[\s\S]*?<\/w:tr>|<w:tr [\s\S]*?<\/w:tr>/g) ?? []
    const repeated = rows.filter((row) => row.includes('<w:tblHeader'))
    expect(repeated).toHaveLength(2)
    expect(textIn(repeated[0] ?? '')).toEqual(headings)
    expect(rows.length).toBeGreaterThan(301)
  })

  it('is as wide as the page between its margins', () => {
    const grid = /<w:tblGrid>(?:<w:gridCol[^>]*>(?:<\/w:gridCol>)?){8}<\/w:tblGrid>/.exec(xml)?.[0]
    const widths = attribute(grid ?? '', 'gridCol', 'w').map(Number)
    const mm = (widths.reduce((sum, width) => sum + width, 0) / 1440) * 25.4
    expect(mm).toBeGreaterThan(251)
    expect(mm).toBeLessThanOrEqual(252.2)
  })

  it('holds heading block, title, totals, contributions and signature', () => {
    const words = textIn(xml)
    for (const wanted of [
      'ĐẢNG BỘ XÃ HÒA PHÚ',
      'CHI BỘ TRƯỜNG THCS SÔNG MÂY',
      '*',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Hòa Phú, ngày 05 tháng 02 năm 2027',
      'BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý',
      'vào dự thảo chuyên đề “Đảng viên tiên phong chuyển đổi số”',
      'II- THỰC TRẠNG',
      'NGƯỜI CHUẨN BỊ CHUYÊN ĐỀ',
      'Trần Thị Hạnh',
    ]) {
      expect(words).toContain(wanted)
    }
    expect(words.find((line) => line?.startsWith('Tổng số ý kiến: 301.'))).toBeDefined()
    expect(xml).toMatch(/<w:u [^>]*w:val="single"[\s\S]{0,200}ĐẢNG CỘNG SẢN VIỆT NAM/)
  })

  it('holds what was written as text, composed, line by line', () => {
    const words = textIn(xml)
    expect(words).toContain('(Đoạn đã xóa)')
    expect(words).toContain('một bộ phận')
    expect(words).toContain(`abc &lt;w:t&gt;&amp;amp; ${'x'.repeat(300)}`)
    expect(words).toContain('Dòng hai')
    expect(words).toContain('Đề nghị bỏ đoạn này.')
    expect(words).toContain('Cùng ý kiến: Phạm Quốc Bảo')
    expect(xml).toBe(xml.normalize('NFC'))
  })
})

describe('the PDF', () => {
  let pdf: ReadPdf
  beforeAll(async () => {
    const table = tableOf([...many.rows, { ...wild, thread: 'wild' }])
    pdf = readPdf(await answers({ form: 'pdf', paper: paperWith(table) }))
  })

  it('[B6] is A4 on its side, with the faces inside', () => {
    for (const box of pdf.boxes) {
      const [left = 0, bottom = 0, right = 0, top = 0] = box
      expect([left, bottom].map(Math.round)).toEqual([0, 0])
      expect([right, top].map(Math.round)).toEqual([842, 595])
    }
    expect(pdf.embedded.map((name) => name.split('+')[1]).sort()).toEqual(
      ['Tinos-Bold', 'Tinos-BoldItalic', 'Tinos-Italic', 'Tinos-Regular'].sort(),
    )
  })

  it('[B6] can be selected: heading block, totals, every comment once', () => {
    const whole = pdf.pages.join(' ')
    for (const wanted of [
      'ĐẢNG BỘ XÃ HÒA PHÚ',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Tổng số ý kiến: 301.',
      'NGƯỜI CHUẨN BỊ CHUYÊN ĐỀ',
      'một bộ phận',
    ]) {
      expect(whole).toContain(wanted)
    }
    for (let number = 1; number <= 300; number++) {
      expect(whole.split(`Ý kiến số ${number}:`)).toHaveLength(2)
    }
  })

  it('[B6] repeats the headings and bears its number on every page but the first', () => {
    const table = pdf.pages.slice(
      0,
      pdf.pages.findIndex((page) => page.includes('Tổng số ý kiến')),
    )
    expect(table.length).toBeGreaterThan(20)
    // The number is drawn last.
    const numbers = pdf.pages.map((page) => / (\d+)$/.exec(page)?.[1])
    expect(numbers.slice(1)).toEqual(pdf.pages.slice(1).map((_, index) => String(index + 2)))
    expect(numbers[0]).toBeUndefined()
    for (const page of table) {
      expect(page).toContain('TT')
      expect(page).toContain('Nội dung dự thảo')
      expect(page).toContain('Kết quả')
    }
  })
})

describe('a table of 2,000 comments', () => {
  it.each(['docx', 'pdf'] as const)('[B6] is made as %s', { timeout: 300_000 }, async (form) => {
    const bytes = await answers({ form, paper: paperWith(tableOfMany(2000)) })
    const words =
      form === 'docx'
        ? textIn(unzip(bytes).get('word/document.xml') ?? '').join(' ')
        : readPdf(bytes).pages.join(' ')
    expect(/Tổng số ý kiến: \d+/.exec(words)?.[0]).toBe('Tổng số ý kiến: 2000')
    expect(new Set(words.match(/Ý kiến số \d+/g)).size).toBe(2000)
  })

  it('[B6] beyond what can be made in time is refused before it is begun', async () => {
    const paper = paperWith(tableOfMany(5001))
    await expect(makeAnswers({ form: 'docx', paper })).rejects.toMatchObject({ code: 'too-large' })
  })
})

describe('names of files', () => {
  it('are kept as written and given in ASCII, without what a system or a header refuses', () => {
    expect(asAttachment('Bảng tổng hợp: Đổi mới "A/B" (lần 1)\r\n', 'pdf')).toBe(
      `attachment; filename="bang-tong-hop-doi-moi-a-b-lan-1.pdf"; filename*=UTF-8''B%E1%BA%A3ng%20t%E1%BB%95ng%20h%E1%BB%A3p%20%C4%90%E1%BB%95i%20m%E1%BB%9Bi%20A%20B%20%28l%E1%BA%A7n%201%29.pdf`,
    )
    expect(asAttachment('…👍', 'docx')).toBe(
      `attachment; filename="van-ban.docx"; filename*=UTF-8''%E2%80%A6%F0%9F%91%8D.docx`,
    )
    expect(asAttachment('x'.repeat(500), 'pdf').length).toBeLessThan(350)
  })
})

describe('a table without comments', () => {
  it('says so in both files', async () => {
    const paper = paperWith(tableOf([]))
    const word = unzip(await answers({ form: 'docx', paper })).get('word/document.xml') ?? ''
    expect(textIn(word)).toContain('Chưa có ý kiến nào.')
    const pdf = readPdf(await answers({ form: 'pdf', paper }))
    expect(pdf.pages.join(' ')).toContain('Chưa có ý kiến nào.')
    expect(pdf.pages).toHaveLength(1)
  })
})
