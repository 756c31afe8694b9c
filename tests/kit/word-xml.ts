// Word files written by hand, part by part, as Word and its kin write them.
import { zip } from './zip'

const spaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['w15', 'http://schemas.microsoft.com/office/word/2012/wordml'],
] as const
export const declared = spaces.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ')
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
export const t = (text: string) => `<w:t xml:space="preserve">${escaped(text)}</w:t>`
export const r = (text: string, props = '') =>
  `<w:r>${props && `<w:rPr>${props}</w:rPr>`}${t(text)}</w:r>`
export const p = (inside: string, props = '') =>
  `<w:p>${props && `<w:pPr>${props}</w:pPr>`}${inside.startsWith('<') || inside === '' ? inside : r(inside)}</w:p>`
export const font = (name: string) =>
  `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>`
export const item = (text: string, numId: number, level = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
export const cell = (inside: string, props = '') =>
  `<w:tc><w:tcPr>${props}</w:tcPr>${inside.startsWith('<') ? inside : p(inside)}</w:tc>`
export const row = (cells: readonly string[], props = '') =>
  `<w:tr>${props && `<w:trPr>${props}</w:trPr>`}${cells.join('')}</w:tr>`
export const table = (rows: readonly string[], widths: readonly number[] = []) =>
  `<w:tbl><w:tblPr/><w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`

/** Levels of a list: format and text. */
export const numbering = (
  lists: Readonly<Record<number, readonly (readonly [form: string, text: string])[]>>,
) => {
  const entries = Object.entries(lists)
  const level = ([form, text]: readonly [string, string], at: number) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>`
  return `${entries.map(([id, levels]) => `<w:abstractNum w:abstractNumId="${id}">${levels.map(level).join('')}</w:abstractNum>`).join('')}${entries.map(([id]) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join('')}`
}

export const style = (id: string, name: string, inside = '', type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`

export interface WordParts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly commentsExtended?: string
  readonly header?: string
  readonly settings?: string
  /** More relations of the document: id → type, target, `External`. */
  readonly relations?: Readonly<
    Record<string, readonly [type: string, target: string, mode?: string]>
  >
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

const beside = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  commentsExtended: 'commentsEx',
  header: 'hdr',
  settings: 'settings',
} as const
type Beside = keyof typeof beside
const besides = Object.keys(beside) as Beside[]

const relation = (id: string, type: string, target: string, mode?: string) =>
  `<Relationship Id="${id}" Type="${type.startsWith('http') ? type : `${office}/${type}`}" Target="${escaped(target)}"${mode ? ` TargetMode="${mode}"` : ''}/>`
const relations = (all: readonly string[]) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`

/** The files of a Word archive. */
export function wordParts(parts: WordParts): Record<string, string | Uint8Array> {
  const given = besides.filter((name) => parts[name] !== undefined)
  const links = [
    ...given.map((name) => relation(`rIdOwn${name}`, name, `${name}.xml`)),
    ...Object.entries(parts.relations ?? {}).map(([id, [type, target, mode]]) =>
      relation(id, type, target, mode),
    ),
  ]
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': `${head}<w:document ${declared}><w:body>${parts.body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(links),
    ...Object.fromEntries(
      given.map((name) => [
        `word/${name}.xml`,
        `${head}<w:${beside[name]} ${declared}>${parts[name]}</w:${beside[name]}>`
          .replaceAll('w:commentsEx ', 'w15:commentsEx ')
          .replace('</w:commentsEx>', '</w15:commentsEx>'),
      ]),
    ),
    ...parts.more,
  }
}

export const wordFile = (parts: WordParts): Uint8Array => zip(wordParts(parts))
