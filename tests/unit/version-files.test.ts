// [X1] [X2] [X3] The Word and PDF files of a version, read back and measured against the numbers of guidance 05-HD/VPTW.
import { beforeAll, describe, expect, it } from 'vitest'
import { markerOf } from '../../server/papers/list-marker'
import { version } from '../../server/papers/paper-worker'
import { readPdf } from '../kit/read-pdf'
import { unzip } from '../kit/unzip'
import { fullPaper, paragraph, versionOf } from '../kit/version-samples'

const paper = versionOf(fullPaper)
const { sha256 } = paper.facts
const code = `${sha256.slice(0, 4)}·${sha256.slice(4, 8)}`.toUpperCase()
const times = 'Times New Roman'

const attributes = (xml: string, tag: string, name: string) =>
  [...xml.matchAll(new RegExp(`<w:${tag}\\b[^>]*?\\bw:${name}="([^"]*)"`, 'g'))].map(
    ([, value]) => value,
  )
const attribute = (xml: string, tag: string, name: string) => attributes(xml, tag, name)[0]
const mm = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 254) / 10
const points = (twips: string | undefined) => Number(twips) / 20
const textIn = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('')

describe('the Word file of a version', () => {
  let files: Map<string, string>
  let xml = ''
  let paragraphs: string[] = []
  const withWords = (words: string) => {
    const found = paragraphs.find((one) => textIn(one).includes(words))
    if (!found) throw new Error(`no paragraph with ${words}`)
    return found
  }
  beforeAll(async () => {
    files = unzip(await version({ form: 'docx', paper }))
    xml = files.get('word/document.xml') ?? ''
    paragraphs = xml.match(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs) ?? []
  })

  it('is A4 upright, margins 20/15/20/30 mm, its number 10 mm from the top but on the first page', () => {
    expect(['w', 'h'].map((name) => mm(attribute(xml, 'pgSz', name)))).toEqual([210, 297])
    const margins = ['top', 'right', 'bottom', 'left', 'header'].map((name) =>
      mm(attribute(xml, 'pgMar', name)),
    )
    expect(margins).toEqual([20, 15, 20, 30, 10])
    expect(xml).toContain('<w:titlePg')
    const headers = [...files].filter(([name]) => /^word\/header\d+\.xml$/.test(name))
    const numbered = headers.filter(([, header]) => header.includes('PAGE'))
    expect(numbered).toHaveLength(1)
    const [[, header] = ['', '']] = numbered
    expect([attribute(header, 'sz', 'val'), attribute(header, 'jc', 'val')]).toEqual([
      '28',
      'center',
    ])
  })

  it('is in Times New Roman on every script', () => {
    for (const name of ['ascii', 'hAnsi', 'cs', 'eastAsia']) {
      expect(new Set(attributes(xml, 'rFonts', name))).toEqual(new Set([times]))
    }
    expect(attributes(xml, 'sz', 'val').length).toBe(attributes(xml, 'rFonts', 'ascii').length)
  })

  it.each([
    ['ĐẢNG BỘ XÃ HÒA PHÚ', '28', false, false],
    ['CHI BỘ TRƯỜNG THCS SÔNG MÂY', '28', true, false],
    ['ĐẢNG CỘNG SẢN VIỆT NAM', '30', true, false],
    // Frozen at three in the morning of the fifth in Vietnam.
    ['Hòa Phú, ngày 05 tháng 02 năm 2027', '28', false, true],
    ['Dự thảo lần 2', '28', false, false],
    ['BÁO CÁO', '30', true, false],
    ['chuyên đề “Chuyển đổi số”', '28', true, false],
    ['-----', '28', false, false],
    ['Đoạn thứ nhất', '28', false, false],
    ['NGƯỜI CHUẨN BỊ CHUYÊN ĐỀ', '28', true, false],
    ['Trần Thị Hạnh', '28', true, false],
    ['Nơi nhận:', '28', false, false],
    ['- Lưu Chi bộ.', '24', false, false],
  ])('sets %s in half points %s', (words, size, isBold, isItalic) => {
    const found = withWords(words)
    expect(attribute(found, 'sz', 'val')).toBe(size)
    expect([/<w:b\/>/.test(found), /<w:i\/>/.test(found)]).toEqual([isBold, isItalic])
  })

  it('justifies running text, 10 mm in, 6 pt apart, its lines exactly 18 pt', () => {
    const body = withWords('Đoạn thứ nhất')
    expect(attribute(body, 'jc', 'val')).toBe('both')
    expect(mm(attribute(body, 'ind', 'firstLine'))).toBe(10)
    expect(points(attribute(body, 'spacing', 'before'))).toBe(6)
    expect(points(attribute(body, 'spacing', 'line'))).toBe(18)
    expect(attribute(body, 'spacing', 'lineRule')).toBe('exact')
    expect(attribute(withWords('Căn giữa'), 'jc', 'val')).toBe('center')
    expect(attribute(withWords('Căn phải'), 'jc', 'val')).toBe('right')
  })

  it('has Word’s own headings, black, in 14 pt', () => {
    const styles = files.get('word/styles.xml') ?? ''
    const expected = ['I- THỰC TRẠNG', '1. Kết quả', 'a) Về dạy học']
    for (const [index, words] of expected.entries()) {
      expect(attribute(withWords(words), 'pStyle', 'val')).toBe(`Heading${index + 1}`)
      const style = styles.match(
        new RegExp(`<w:style [^>]*w:styleId="Heading${index + 1}".*?</w:style>`, 's'),
      )?.[0]
      expect(attribute(style ?? '', 'sz', 'val')).toBe('28')
      expect(attribute(style ?? '', 'color', 'val')).toBe('000000')
      expect(attribute(style ?? '', 'rFonts', 'ascii')).toBe(times)
    }
  })

  it('has real lists, each counting from its own start', () => {
    const numbering = files.get('word/numbering.xml') ?? ''
    const levelOf = (words: string) => {
      const found = withWords(words)
      const instance = attribute(found, 'numId', 'val')
      const number = new RegExp(`<w:num [^>]*w:numId="${instance}".*?</w:num>`, 's').exec(numbering)
      const abstract = attribute(number?.[0] ?? '', 'abstractNumId', 'val')
      const whole = new RegExp(
        `<w:abstractNum [^>]*w:abstractNumId="${abstract}".*?</w:abstractNum>`,
        's',
      ).exec(numbering)?.[0]
      const depth = attribute(found, 'ilvl', 'val')
      const level = new RegExp(`<w:lvl [^>]*w:ilvl="${depth}".*?</w:lvl>`, 's').exec(whole ?? '')
      return ['numFmt', 'start', 'lvlText'].map((tag) => attribute(level?.[0] ?? '', tag, 'val'))
    }
    expect(levelOf('mục ba')).toEqual(['decimal', '3', '%1.'])
    expect(levelOf('mục bốn')).toEqual(['decimal', '3', '%1.'])
    expect(levelOf('mục con')).toEqual(['lowerLetter', '1', '%2.'])
    expect(levelOf('gạch đầu dòng')).toEqual(['bullet', '1', '-'])
    expect(levelOf('danh sách khác')).toEqual(['decimal', '1', '%1.'])
    expect(withWords('đoạn nữa của mục ba')).not.toContain('<w:numPr>')
  })

  it('keeps spans and borders of tables, marks, breaks and links', () => {
    const table = xml.match(/<w:tbl>(?:(?!<w:tbl>).)*gộp dòng.*?<\/w:tbl>/s)?.[0] ?? ''
    expect(attribute(table, 'gridSpan', 'val')).toBe('2')
    expect(attributes(table, 'vMerge', 'val')).toEqual(['restart', 'continue'])
    expect(table).toMatch(/<w:insideH [^>]*w:val="single"/)
    expect(table).toContain('<w:tblHeader')
    const line = withWords('gạch chân')
    expect(line).toMatch(/<w:b\/>[^t]*<w:t[^>]*>đậm</)
    expect(line).toContain('<w:br/>')
    expect(line).toContain('<w:u ')
    const relations = files.get('word/_rels/document.xml.rels') ?? ''
    expect(line).toContain('r:id="rIdLink1"')
    expect(relations).toMatch(/Id="rIdLink1"[^>]*Target="https:\/\/example\.org\/\?a=1&amp;b=đ"/)
    expect(textIn(withWords('ngoặc'))).toBe('uỷ ban &lt;w:t&gt;&amp;amp; &quot;ngoặc&quot;')
  })

  it('carries the code and its QR on every page, the whole digest and the id in its properties', () => {
    const footers = [...files].filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
    expect(footers).toHaveLength(2)
    for (const [, footer] of footers) {
      expect(textIn(footer)).toContain(code)
      expect(footer).toContain('<w:drawing>')
    }
    const properties = files.get('docProps/custom.xml') ?? ''
    expect(properties).toContain(sha256)
    expect(properties).toContain('banchot2')
  })

  it('is the same bytes whenever it is made', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => version({ form: 'docx', paper })))
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true)
  })
})

describe('the PDF of a version', () => {
  it('is A4 in Tinos, its text selectable, code on every page, numbers from the second', async () => {
    const long = {
      ...fullPaper,
      content: [
        ...(fullPaper.content ?? []),
        ...Array.from({ length: 40 }, (_, at) => paragraph(`Đoạn ${at} `.repeat(30).trim())),
      ],
    }
    const bytes = await version({ form: 'pdf', paper: versionOf(long) })
    const { pages, boxes, embedded } = readPdf(bytes)
    expect(pages.length).toBeGreaterThan(2)
    const sizes = boxes.map(([, , width, height]) =>
      [width, height].map((pt) => Math.round(pt ?? 0)),
    )
    expect(new Set(sizes.map(String))).toEqual(new Set(['595,842']))
    expect(embedded.every((name) => name.includes('Tinos'))).toBe(true)
    const shown = versionOf(long).facts.sha256
    const printed = `${shown.slice(0, 4)}·${shown.slice(4, 8)}`.toUpperCase()
    for (const page of pages) expect(page).toContain(printed)
    const file = Buffer.from(bytes).toString('latin1')
    expect(file).toContain('/Lang (vi-VN)')
    expect(file).toContain(shown)
    expect(file.match(/\/Title \(|\/Title \d+ 0 R/g)?.length).toBeGreaterThanOrEqual(4)
    expect(file).toContain('/Outlines')
    const words = pages.join(' ')
    for (const wanted of ['ĐẢNG CỘNG SẢN VIỆT NAM', 'I- THỰC TRẠNG', '3. mục ba', 'gộp dòng']) {
      expect(words).toContain(wanted)
    }
  })

  it('is the same bytes whenever it is made', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => version({ form: 'pdf', paper })))
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true)
  })
})

describe('what is unknown', () => {
  const linesOf = async (paper: ReturnType<typeof versionOf>) => {
    const xml = unzip(await version({ form: 'docx', paper })).get('word/document.xml') ?? ''
    return (xml.match(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs) ?? []).map(textIn)
  }

  it('stays blank: the number of a final paper, and who signs for the cell', async () => {
    const doc = {
      type: 'doc',
      content: [
        paragraph('BÁO CÁO', { part: 'title' }),
        paragraph('Nội dung'),
        paragraph('T/M CHI BỘ', { part: 'signature' }),
        paragraph('BÍ THƯ', { part: 'signature' }),
      ],
    }
    const lines = await linesOf(versionOf(doc, { isFinal: true }))
    expect(lines).toContain('Số …-BC/CB')
    expect(lines.join('\n')).not.toContain('Dự thảo')
    expect(lines).not.toContain('Trần Thị Hạnh')
    expect(lines.slice(lines.indexOf('T/M CHI BỘ'), -1)).toEqual([
      'T/M CHI BỘ',
      'BÍ THƯ',
      '',
      '',
      '',
    ])
  })

  it('is printed once where the text itself names the presenter', async () => {
    const doc = {
      type: 'doc',
      content: [
        paragraph('Nội dung'),
        paragraph('NGƯỜI CHUẨN BỊ CHUYÊN ĐỀ', { part: 'signature' }),
        paragraph('Trần Thị Hạnh', { part: 'signature' }),
      ],
    }
    const lines = await linesOf(versionOf(doc))
    expect(lines.filter((line) => line === 'Trần Thị Hạnh')).toHaveLength(1)
  })

  it('counts as Word does', () => {
    expect(markerOf('a', 28)).toBe('bb.')
    expect(markerOf('I', 1994)).toBe('MCMXCIV.')
    expect(markerOf('1', 0)).toBe('0.')
  })
})
