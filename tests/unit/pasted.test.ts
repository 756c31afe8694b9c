// [E6] [E7] What is pasted from Word, Google Docs, LibreOffice and web pages keeps its structure; the rest is dropped.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oldLetters } from '../../client/pieces/paper/pasted/old-letters'
import { type TidyHooks, tidyHtml } from '../../client/pieces/paper/pasted/tidy-html'
import { formOf } from '../../client/pieces/paper/pasted/word-list'
import { googleDocs, libreOffice, webPage, word2016 } from '../kit/clipboards'
import { htmlTree } from '../kit/html-tree'

function tidied(html: string, hooks: Partial<TidyHooks> = {}) {
  const pictures: string[] = []
  const picture = (src: string) => {
    pictures.push(src)
    return null
  }
  return { html: tidyHtml(htmlTree(html), { picture, ...hooks }), pictures }
}

describe('pasting', () => {
  it('[E6] keeps the headings, lists, tables and emphasis of Word', () => {
    const { html, pictures } = tidied(word2016)
    expect(html).toBe(
      [
        '<h1>I- THỰC TRẠNG</h1>',
        '<p style="text-align: center"><strong>Căn giữa đậm</strong></p>',
        '<p>Một <em>nghiêng</em> và <u>gạch</u> xem <a href="https://example.org/a?b=1&amp;c=2">ở đây</a>, tệp.</p>',
        '<ul><li><p>Việc thứ nhất</p><ul><li><p>nhỏ hơn</p></li></ul></li><li><p>Việc thứ hai</p></li></ul>',
        '<p>Giữa hai danh sách</p>',
        '<ol start="3"><li><p>Mục ba</p><ol type="a"><li><p>điểm a</p></li><li><p>điểm b</p></li></ol></li></ol>',
        '<p>Điều 4. Hiệu lực</p>',
        '<p>bỏ còn lại</p>',
        '<table><tbody><tr><th colspan="2"><p style="text-align: center"><strong>Việc</strong></p></th></tr>',
        '<tr><td rowspan="2"><p>một</p></td><td><p>hai</p></td></tr><tr><td><p></p></td></tr></tbody></table>',
      ].join(''),
    )
    expect(pictures).toEqual(['file:///C:/Temp/msohtmlclip1/01/clip_image002.png'])
  })

  it('[E6] keeps those of Google Docs, whose inner lists stand beside their items', () => {
    const { html, pictures } = tidied(googleDocs)
    expect(html).toBe(
      [
        '<h2>1. Kết quả</h2>',
        '<p style="text-align: right">Thường <strong><em>đậm nghiêng</em></strong><u> gạch</u></p>',
        '<ol type="I"><li><p>một</p><ol type="a"><li><p>trong</p></li></ol></li>',
        '<li><p><a href="https://example.org/x?y">liên kết</a></p></li></ol>',
      ].join(''),
    )
    expect(pictures).toHaveLength(1)
  })

  it('[E6] keeps those of LibreOffice; letters of an old font go through the converter', () => {
    const letters = (text: string, font: string) => (font === '.VnTime' ? 'Trường' : text)
    expect(tidied(libreOffice, { letters }).html).toBe(
      [
        '<h3>a) Về dạy học</h3>',
        '<p style="text-align: center"><strong>Giữa</strong></p>',
        '<p>Trường<br>dòng hai</p>',
        '<ol start="2" type="a"><li><p>hai</p></li><li><p>ba</p><ul><li><p>con</p></li></ul></li></ol>',
        '<table><tbody><tr><th><p>Đầu</p></th></tr><tr><td><p>ô</p></td></tr></tbody></table>',
      ].join(''),
    )
  })

  it('[E6] turns letters of the fonts before Unicode into letters', () => {
    expect(oldLetters('tiÕng ViÖt', '.VnTime')).toBe('tiếng Việt')
    expect(oldLetters('tiÕng ViÖt', '.VnTimeH')).toBe('TIẾNG VIỆT')
    expect(oldLetters('tieáng Vieät', 'VNI-Times')).toBe('tiếng Việt')
    expect(oldLetters('déjà vu', 'Times New Roman')).toBe('déjà vu')
  })

  it('[E6] lets nothing of a web page through that acts, hides or loads', () => {
    expect(tidied(webPage).html).toBe(
      [
        '<h1>Tựa bài</h1><p>Đoạn một</p><p>Đoạn hai <strong>mạnh</strong></p>',
        '<p>Trong &lt;b&gt; ngặc xấu</p><p>Trích</p><p>một<br>hai</p><hr>',
      ].join(''),
    )
  })

  it('[E6] puts a picture where it stood, under the address it is given', () => {
    const html = tidyHtml(
      htmlTree('<p>trước <img src="data:image/png;base64,AA==" alt="x"> sau</p>'),
      {
        picture: (src, alt) => (src.startsWith('data:') && alt === 'x' ? '/here' : null),
      },
    )
    expect(html).toBe('<p>trước</p><img src="/here" alt="x"><p>sau</p>')
  })

  it('[E6] composes letters', () => {
    expect(tidied('<p>e\u0323\u0302</p>').html).toBe('<p>ệ</p>')
  })

  it.each([
    ['·', 'ul', ''],
    ['o', 'ul', ''],
    ['-', 'ul', ''],
    ['Ø', 'ul', ''],
    ['1.', 'ol', '1'],
    ['2.3.', 'ol', '1'],
    ['a)', 'ol', 'a'],
    ['(b)', 'ol', 'a'],
    ['C.', 'ol', 'A'],
    ['iv.', 'ol', 'i'],
    ['II.', 'ol', 'I'],
  ])('[E6] reads the marker %s of Word', (sign, tag, type) => {
    expect(formOf(sign)).toMatchObject({ tag, type })
  })
  it.each(['Điều 1.', 'I-', 'đ)'])('[E6] leaves the marker %s in words', (sign) => {
    expect(formOf(sign)).toBeNull()
  })

  it('[E6] loses no word of any list that Word could write, and writes HTML that is whole', () => {
    const item = fc.record({
      level: fc.integer({ min: 0, max: 5 }),
      sign: fc.constantFrom('·', '1.', 'a)', 'Điều 1.'),
      words: fc.stringMatching(/^[a-z]{3,8}$/),
    })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        const html = items
          .map(({ level, sign, words }) =>
            level === 0
              ? `<p>${words}</p>`
              : `<p style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${sign} </span>${words}</p>`,
          )
          .join('')
        const out = tidied(html).html
        const text = out.replace(/Điều 1\. /g, '').replace(/<[^>]*>/g, ' ')
        expect(text.split(/\s+/).filter(Boolean)).toEqual(items.map(({ words }) => words))
        const open: string[] = []
        for (const [, slash, name = ''] of out.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
          if (slash) expect(open.pop()).toBe(name)
          else open.push(name)
        }
        expect(open).toEqual([])
        expect(out).not.toMatch(/<li><(?!p>)/)
      }),
      { numRuns: 200 },
    )
  })
})
