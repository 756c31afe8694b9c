// [I4] Word files that another program really saved: LibreOffice from a web page, from ODT, from RTF, from our own export.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import { readWord } from '../../server/word/read-word'
import { plainText } from '../../shared/document/outline'
import { convert } from '../kit/office'
import { fullPaper, versionOf } from '../kit/version-samples'

const folder = mkdtempSync(join(tmpdir(), 'banthao-office-'))
const lines = [
  'Đề cương chuyên đề chuyển đổi số',
  'I- SỰ CẦN THIẾT',
  'Nghị quyết số 57-NQ/TW đặt ra yêu cầu người đứng đầu gương mẫu đi trước.',
  'Sổ điểm điện tử',
  'Học bạ số ở khối 6 và khối 7',
  'Tỷ lệ',
  '17/31 giáo viên (54,8%)',
  'đường dẫn đến văn bản',
  'Chữ đậm, chữ nghiêng và chữ gạch chân',
]
const [title, heading, body, first, second, cell, share, link] = lines

const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><body>
<h1>${title}</h1><h2>${heading}</h2><p style="text-align:justify">${body}</p>
<ol><li>${first}<ul><li>${second}</li></ul></li></ol>
<table border="1"><tr><th colspan="2">${cell}</th></tr><tr><td>${share}</td><td>31</td></tr></table>
<p><a href="https://vanban.example/57">${link}</a></p>
<p><b>Chữ đậm</b>, <i>chữ nghiêng</i> và <u>chữ gạch chân</u></p></body></html>`

const rtfOf = (words: string) =>
  words.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0)}?`)
const rtf = `{\\rtf1\\ansi\\uc1 ${lines.map((line) => `${rtfOf(line)}\\par`).join('\n')}}`

const inFolder = (name: string) => join(folder, name)

beforeAll(async () => {
  for (const name of ['again', 'back']) mkdirSync(inFolder(name))
  writeFileSync(inFolder('page.html'), page)
  writeFileSync(inFolder('letter.rtf'), rtf)
  const paper = versionOf(fullPaper, { isNumbered: true })
  writeFileSync(inFolder('ours.docx'), await version({ form: 'docx', paper }))
  convert(folder, 'odt:writer8', folder, [inFolder('page.html')])
  convert(folder, 'docx:MS Word 2007 XML', folder, ['page.html', 'letter.rtf'].map(inFolder))
  convert(folder, 'docx:MS Word 2007 XML', inFolder('again'), [inFolder('page.odt')])
  convert(folder, 'docx:MS Word 2007 XML', inFolder('back'), [inFolder('ours.docx')])
})
afterAll(() => rmSync(folder, { recursive: true }))

const flat = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ')
const read = async (name: string) => {
  const { content, report } = await readWord(readFileSync(inFolder(name)))
  const told = [...report.leftOut, ...report.changed].flatMap(({ examples }) => examples)
  return { content, words: flat([...content.map(plainText), ...told].join('\n')) }
}

describe('a Word file that LibreOffice saved', () => {
  it.each(['page.docx', 'letter.docx', 'again/page.docx'])('loses no line: %s', async (name) => {
    const { words } = await read(name)
    for (const line of lines) expect(words).toContain(line)
  })

  it('keeps headings, lists, spans and links of a web page, through ODT too', async () => {
    for (const name of ['page.docx', 'again/page.docx']) {
      const said = JSON.stringify((await read(name)).content)
      for (const part of [
        '"type":"heading"',
        '"type":"bulletList"',
        '"colspan":2',
        '"href":"https://vanban.example/57"',
        '"type":"bold"',
      ]) {
        expect([name, said.includes(part) && part]).toEqual([name, part])
      }
    }
  })

  it('[I9] brings back every word of a paper that left here and was saved there', async () => {
    const { words } = await read('back/ours.docx')
    const lost = (fullPaper.content ?? [])
      .map((block) => flat(plainText(block)))
      .flatMap((line) => line.split(' '))
      .filter((word) => word !== '' && !words.includes(word))
    expect(lost).toEqual([])
  })
})
