// Word files as different programs write them.
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { raw, type Sample } from './word-sample'
import { cell, font, item, numbering, p, r, row, style, table } from './word-xml'
import { zip } from './zip'

const heading = (level: number) => `<w:pStyle w:val="Heading${level}"/>`
const headings = [1, 2, 3].map((level) => style(`Heading${level}`, `heading ${level}`)).join('')

/** An empty header row of Google Docs: everything is direct, styles hold nothing. */
export const google = raw(
  'Google Docs',
  {
    styles: `<w:docDefaults><w:rPrDefault><w:rPr>${font('Arial')}</w:rPr></w:rPrDefault></w:docDefaults>${style('Normal', 'normal')}${style('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}`,
    body: [
      `<w:p w:rsidR="00000000"><w:pPr><w:pStyle w:val="Heading1"/><w:pageBreakBefore w:val="0"/></w:pPr><w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="_abc" w:id="0"/><w:bookmarkEnd w:id="0"/>${r('Mở đầu', '<w:rtl w:val="0"/>')}</w:p>`,
      p(
        `${r('Chi bộ ', '<w:b w:val="1"/><w:rtl w:val="0"/>')}${r('thống nhất', '<w:b w:val="0"/><w:rtl w:val="0"/>')}`,
      ),
      '<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Trong khung nội dung</w:t></w:r></w:p></w:sdtContent></w:sdt>',
    ].join(''),
  },
  ['Mở đầu', 'Chi bộ thống nhất', 'Trong khung nội dung'],
)

export const word2007 = raw(
  'Word 2007 with headings in lists and a contents field',
  {
    styles: headings,
    numbering: numbering({
      1: [
        ['upperRoman', '%1-'],
        ['decimal', '%2.'],
      ],
      2: [['bullet', '·']],
    }),
    body: [
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Mục lục cũ 3</w:t></w:r>',
      ),
      p('<w:r><w:t>Kết quả 5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'),
      p('THỰC TRẠNG', `${heading(1)}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`),
      p('Kết quả', `${heading(2)}<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>`),
      p(`${r('Trang ')}<w:fldSimple w:instr=" PAGE ">${r('7')}</w:fldSimple>`),
      item('gạch đầu dòng', 2),
    ].join(''),
  },
  ['Mục lục cũ 3', 'Kết quả 5', 'I- THỰC TRẠNG', '1. Kết quả', 'Trang 7', 'gạch đầu dòng'],
)

export const word2016 = raw(
  'Word 2016 in Vietnamese with a title and spell marks',
  {
    styles: `${style('u1', 'heading 1')}${style('Tiu', 'Title')}${style('oancuaDanhsach', 'List Paragraph')}`,
    body: [
      p('BÁO CÁO', '<w:pStyle w:val="Tiu"/>'),
      p('Sự cần thiết', '<w:pStyle w:val="u1"/>'),
      p(
        `<w:proofErr w:type="spellStart"/>${r('Chuyển')}<w:proofErr w:type="spellEnd"/>${r(' đổi')}<w:r><w:tab/></w:r><w:r><w:t>số</w:t></w:r>`,
      ),
      `<w:p><w:r><w:t xml:space="preserve">Dòng một</w:t><w:br/><w:t>dòng hai</w:t></w:r></w:p>`,
    ].join(''),
  },
  ['BÁO CÁO', 'Sự cần thiết', 'Chuyển đổi số', 'Dòng một', 'dòng hai'],
)

/** WPS Office writes its own prefixes for what it adds, and Chinese style names beside English ones. */
export const wps = raw(
  'WPS Office',
  {
    styles: `${style('2', 'heading 1', '<w:next w:val="1"/>')}${style('1', 'Normal')}`,
    body: `<w:p><w:pPr><w:pStyle w:val="2"/><w:bidi w:val="0"/><w:rPr><w:rFonts w:hint="default"/><w:lang w:val="vi-VN"/></w:rPr></w:pPr><w:r><w:rPr><w:rFonts w:hint="default"/><w:lang w:val="vi-VN"/></w:rPr><w:t>Phương hướng</w:t></w:r></w:p>${p('Nội dung từ WPS')}`,
  },
  ['Phương hướng', 'Nội dung từ WPS'],
)

/** LibreOffice from ODT: other style ids, `start` for `left`, footnotes with their own styles. */
export const libreOdt = raw(
  'LibreOffice from ODT',
  {
    styles: `${style('Heading1', 'Heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}${style('TableHeading', 'Table Heading')}${style('TextBody', 'Body Text')}`,
    footnotes: `<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${r('\tChú thích của LibreOffice')}</w:p></w:footnote>`,
    body: [
      p('Đề mục LibreOffice', heading(1)),
      p(
        `${r('Thân bài')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
        '<w:pStyle w:val="TextBody"/><w:jc w:val="start"/>',
      ),
      table([
        row([
          cell(p('Việc', '<w:pStyle w:val="TableHeading"/>')),
          cell(p('Người', '<w:pStyle w:val="TableHeading"/>')),
        ]),
        row([cell('Rà soát'), cell('Đ/c Bảo')]),
      ]),
    ].join(''),
  },
  [
    'Đề mục LibreOffice',
    'Thân bài[1]',
    'Việc',
    'Người',
    'Rà soát',
    'Đ/c Bảo',
    '[1]',
    'Chú thích của LibreOffice',
  ],
)

export const libreHtml = raw(
  'LibreOffice from HTML with links and a rule',
  {
    styles: style('Heading2', 'Heading 2'),
    relations: {
      rId9: ['hyperlink', 'https://vanban.example/17?a=1&b=2', 'External'],
      rId8: ['hyperlink', 'file:///C:/Users/Hanh/bao-cao.doc', 'External'],
      rId7: ['hyperlink', '\\\\maychu\\chung\\ke-hoach.docx', 'External'],
    },
    body: [
      p('Từ trang mạng', heading(2)),
      p(
        `${r('Xem ')}<w:hyperlink r:id="rId9">${r('văn bản số 17', '<w:u w:val="single"/>')}</w:hyperlink>${r(', ')}<w:hyperlink r:id="rId8">${r('tệp trong máy')}</w:hyperlink>${r(' và ')}<w:hyperlink r:id="rId7">${r('máy chủ')}</w:hyperlink>`,
      ),
      p('', '<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>'),
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "mailto:chibo@truong.example"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('thư điện tử')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    ].join(''),
  },
  [
    'Từ trang mạng',
    'Xem văn bản số 17, tệp trong máy và máy chủ',
    'thư điện tử',
    'file:///C:/Users/Hanh/bao-cao.doc',
    '\\\\maychu\\chung\\ke-hoach.docx',
  ],
)

export const strict: Sample = {
  name: 'strict OOXML under other prefixes, UTF-16',
  file: () => {
    const main = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const xml = `<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="${main}"><x:body><x:p><x:r><x:t>Chuẩn nghiêm</x:t></x:r></x:p></x:body></x:document>`
    return zip({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document.xml"/></Relationships>',
      'word/document.xml': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]),
    })
  },
  lines: ['Chuẩn nghiêm'],
}

export const library: Sample = {
  name: 'the docx library',
  file: async () =>
    new Uint8Array(
      await Packer.toArrayBuffer(
        new Document({
          footnotes: { 1: { children: [new Paragraph('Chú thích bằng thư viện')] } },
          sections: [
            {
              children: [
                new Paragraph({ text: 'Đề mục thư viện', heading: HeadingLevel.HEADING_2 }),
                new Paragraph({
                  children: [new TextRun('Có chú thích'), new FootnoteReferenceRun(1)],
                }),
                new Paragraph({ text: 'chấm tròn', bullet: { level: 0 } }),
                new Table({
                  rows: [
                    new TableRow({
                      children: [
                        new TableCell({ columnSpan: 2, children: [new Paragraph('Ô rộng')] }),
                      ],
                    }),
                  ],
                }),
              ],
            },
          ],
        }),
      ),
    ),
  lines: ['Đề mục thư viện', 'Có chú thích[1]', 'chấm tròn', 'Ô rộng', 'Chú thích bằng thư viện'],
}
