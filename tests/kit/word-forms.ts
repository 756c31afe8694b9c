// Word files with what people put into them: changes, boxes, equations, notes, lists, tables.
import { raw } from './word-sample'
import { cell, font, item, numbering, p, r, row, table } from './word-xml'

export const tracked = raw(
  'tracked changes',
  {
    body: [
      p(
        `${r('Giữ lại ')}<w:ins w:id="1" w:author="Bảo" w:date="2026-01-01T00:00:00Z">${r('phần thêm')}</w:ins><w:del w:id="2" w:author="Bảo"><w:r><w:delText>phần bỏ</w:delText></w:r></w:del>`,
      ),
      `<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="Bảo"/></w:rPr></w:pPr>${r('Đoạn trước ')}</w:p>${p('nối đoạn sau')}`,
      table([
        row([cell('Hàng còn')]),
        row(
          [
            cell(
              p('<w:del w:id="5" w:author="B"><w:r><w:delText>Hàng bỏ</w:delText></w:r></w:del>'),
            ),
          ],
          '<w:del w:id="4" w:author="Bảo"/>',
        ),
      ]),
      `<w:moveFrom w:id="6" w:author="B"><w:p><w:r><w:t>Chuyển đi</w:t></w:r></w:p></w:moveFrom>`,
      p(`<w:moveTo w:id="7" w:author="B">${r('Chuyển đến')}</w:moveTo>`),
    ].join(''),
  },
  [
    'Giữ lại phần thêm',
    'phần bỏ',
    'Đoạn trước nối đoạn sau',
    'Hàng còn',
    'Hàng bỏ',
    'Chuyển đi',
    'Chuyển đến',
  ],
)

const box = (inside: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
export const textBox = raw(
  'text boxes, new and old',
  {
    body: [
      p(`${r('Đoạn mang khung')}${box(p('Chữ trong khung mới'))}`),
      p(
        `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('Chữ trong khung cũ')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
      p(`<w:r><w:pict><v:shape><v:textpath string="Chữ uốn"/></v:shape></w:pict></w:r>`),
    ].join(''),
  },
  ['Đoạn mang khung', 'Chữ trong khung mới', 'Chữ trong khung cũ', 'Chữ uốn'],
)

const mr = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
export const equations = raw(
  'equations',
  {
    body: p(
      `${r('Tỉ lệ là ')}<m:oMath><m:f><m:num>${mr('a+b')}</m:num><m:den>${mr('2')}</m:den></m:f></m:oMath>${r(', diện tích ')}<m:oMath><m:sSup><m:e>${mr('r')}</m:e><m:sup>${mr('2')}</m:sup></m:sSup></m:oMath>${r(' m')}${r('2', '<w:vertAlign w:val="superscript"/>')}`,
    ),
  },
  ['Tỉ lệ là (a+b)/2, diện tích r^2 m²'],
)

export const notes = raw(
  'footnotes and endnotes',
  {
    footnotes: `<w:footnote w:id="1">${p('Nguồn thứ nhất')}</w:footnote><w:footnote w:id="2">${p('Nguồn thứ hai')}</w:footnote>`,
    endnotes: `<w:endnote w:id="1">${p('Ghi chú cuối')}</w:endnote>`,
    body: p(
      `${r('Câu một')}<w:r><w:footnoteReference w:id="1"/></w:r>${r(', câu hai')}<w:r><w:endnoteReference w:id="1"/></w:r>${r(', câu ba')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
    ),
  },
  [
    'Câu một[1], câu hai[2], câu ba[3]',
    '[1] Nguồn thứ nhất',
    '[2] Ghi chú cuối',
    '[3] Nguồn thứ hai',
  ],
)

export const lists = raw(
  'nested lists of many forms',
  {
    numbering: numbering({
      1: [
        ['decimal', '%1.'],
        ['lowerLetter', '%2)'],
        ['lowerRoman', '%3.'],
      ],
      2: [['decimal', 'Điều %1.']],
      3: [
        ['decimal', '%1.'],
        ['decimal', '%1.%2.'],
      ],
      4: [
        ['bullet', '-'],
        ['bullet', '+'],
      ],
    }),
    body: [
      item('Một', 1),
      item('a thứ nhất', 1, 1),
      item('i thứ nhất', 1, 2),
      item('a thứ hai', 1, 1),
      item('Hai', 1),
      p('Chen giữa'),
      item('Ba', 1),
      item('Phạm vi', 2),
      item('Đối tượng', 2),
      item('Chương', 3),
      item('Mục con', 3, 1),
      item('gạch', 4),
      item('cộng', 4, 1),
    ].join(''),
  },
  [
    'Một',
    'a thứ nhất',
    'i thứ nhất',
    'a thứ hai',
    'Hai',
    'Chen giữa',
    'Ba',
    'Điều 1. Phạm vi',
    'Điều 2. Đối tượng',
    'Chương',
    '1.1. Mục con',
    'gạch',
    'cộng',
  ],
)

const restart = '<w:vMerge w:val="restart"/>'
export const merged = raw(
  'merged cells in both directions, a table in a table',
  {
    body: table(
      [
        row([cell('STT', restart), cell('Nội dung', '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>'),
        row([cell('', '<w:vMerge/>'), cell('Việc'), cell('Hạn')]),
        row([cell('1'), cell(table([row([cell('Trong cùng')])])), cell('Quý I')]),
        row([cell('2'), cell('Hàng thiếu ô')]),
      ],
      [600, 5000, 2000],
    ),
  },
  ['STT', 'Nội dung', 'Việc', 'Hạn', '1', 'Trong cùng', 'Quý I', '2', 'Hàng thiếu ô'],
)

export const margins = raw(
  'headers, hidden words, a formatted heading without a style',
  {
    header: p('Chi bộ Trường THCS Sông Mây'),
    body: [
      table([
        row([
          cell(p('ĐẢNG BỘ XÃ HÒA PHÚ') + p('CHI BỘ TRƯỜNG THCS')),
          cell(p('ĐẢNG CỘNG SẢN VIỆT NAM')),
        ]),
      ]),
      p(r('KẾ HOẠCH', '<w:b/>'), '<w:jc w:val="center"/>'),
      p(r('sinh hoạt chuyên đề', '<w:b/>'), '<w:jc w:val="center"/>'),
      p('-----', '<w:jc w:val="center"/>'),
      p(''),
      p(r('I. MỤC ĐÍCH', '<w:b/>')),
      p(
        `${r('Thấy được')}${r(' không thấy', '<w:vanish/>')}${r(' đỏ', '<w:color w:val="FF0000"/>')}`,
      ),
      p(r('1. Yêu cầu', '<w:b/>')),
      table([
        row([
          cell(p('Nơi nhận:') + p('- Lưu chi bộ.')),
          cell(
            p('T/M CHI BỘ', '<w:jc w:val="center"/>') +
              p('BÍ THƯ', '<w:jc w:val="center"/>') +
              p('Nguyễn Văn A', '<w:jc w:val="center"/>'),
          ),
        ]),
      ]),
    ].join(''),
  },
  [
    'Chi bộ Trường THCS Sông Mây',
    'ĐẢNG BỘ XÃ HÒA PHÚ',
    'CHI BỘ TRƯỜNG THCS',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'KẾ HOẠCH',
    'sinh hoạt chuyên đề',
    '-----',
    'I. MỤC ĐÍCH',
    'Thấy được đỏ',
    'không thấy',
    '1. Yêu cầu',
    'Nơi nhận:',
    '- Lưu chi bộ.',
    'T/M CHI BỘ',
    'BÍ THƯ',
    'Nguyễn Văn A',
  ],
)

export const signs = raw(
  'signs of other fonts, hyphens, hidden fields',
  {
    body: p(
      `<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${r(' Đã xong ')}${r('\uf0a8', font('Wingdings'))}<w:r><w:t>Thứ</w:t><w:noBreakHyphen/><w:t>hai</w:t></w:r>`,
    ),
  },
  ['✓ Đã xong □Thứ\u2011hai'],
)
