// What a paper may still lack before it is frozen: it tells, with the place of each; it never stands in the way.
import type { Paper } from '../rights'
import { eachNumbered, type PaperNode, plainText } from './outline'
import { blocksOf } from './places'

export const lacks = ['emptySection', 'placeholder', 'noBasis', 'noNumber', 'noDate'] as const
export type Lack = (typeof lacks)[number]

export interface Finding {
  readonly lack: Lack
  /** ProseMirror positions of the words. */
  readonly from: number
  readonly to: number
  /** The paragraph's number; `null` in headings and tables. */
  readonly number: number | null
  /** The heading above, or the heading itself. */
  readonly heading: string
  readonly words: string
  /** With some of what stands around them. */
  readonly around: string
}

/** Blanks of a form: dots to write on, brackets with dots or with what to write in them, names of facts. */
const blanks =
  /(?<![\p{L}\d.…])(?:…|\.{3,})|_{3,}|\.{5,}|\[\s*(?:…|\.{2,})?\s*\]|[[(](?:ghi|nêu|điền|tên|số|họ và tên)\b[^\])]{0,200}[\])]|\{(?:\w+)\}/giu

const directive = /(?:Nghị quyết|Chỉ thị|Quy định|Hướng dẫn|Kết luận|Nghị định|Thông tư)/u
const directives = new RegExp(`${directive.source}(?=\\s)`, 'gu')
/** `57-NQ/TW`, `số 30/2020/NĐ-CP`, `05-HD/VPTW`. */
const numbered = /^\s+(?:số\s*:?\s*)?(\d{1,4}\s?[-–/]\s?[\p{L}\d]+(?:[-–/][\p{L}\d]+)*)/u
/** Whose it is, or that it has a number: what makes the word a directive that is quoted. */
const issuer =
  'Trung ương|Ban Chấp hành|Bộ Chính trị|Ban Bí thư|Chính phủ|Thủ tướng|Quốc hội|Bộ|Ban|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Đảng ủy|Đảng uỷ|Đại hội|UBND|Ủy ban|Uỷ ban'
const unnumbered = new RegExp(`^\\s+(?:số(?![\\p{L}\\d])|của\\s+(?:${issuer})(?![\\p{L}]))`, 'u')
const dated =
  /ngày\s+\d{1,2}\s?(?:[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|tháng\s+\d{1,2}\s+năm\s+\d{4})|\(\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*\)/u
/** A date stands near its directive. */
const nearby = 200

interface Block {
  readonly text: string
  readonly from: number
  readonly number: number | null
  readonly heading: string
}

const isEmptyContent = (node: PaperNode): boolean => {
  if (node.type === 'image') return false
  // A table's head is the form's; what is below it is to be written.
  if (node.type === 'table') {
    return (node.content ?? [])
      .flatMap((row) => row.content ?? [])
      .filter(({ type }) => type === 'tableCell')
      .every((cell) => plainText(cell).trim() === '')
  }
  return plainText(node).trim() === '' || node.attrs?.part === 'signature'
}

const levelOf = (node: PaperNode | undefined) =>
  node?.type === 'heading' ? Number(node.attrs?.level ?? 1) : 0

/** Headings with nothing below them, neither words nor a lower heading. */
function emptyHeadings(doc: PaperNode): Set<PaperNode> {
  const all = doc.content ?? []
  const found = new Set<PaperNode>()
  all.forEach((node, index) => {
    const level = levelOf(node)
    if (level === 0 || plainText(node).trim() === '') return
    for (const next of all.slice(index + 1)) {
      if (levelOf(next) > 0) {
        if (levelOf(next) <= level) break
        return
      }
      if (!isEmptyContent(next)) return
    }
    found.add(node)
  })
  return found
}

function placeholdersIn(block: Block): Finding[] {
  return [...block.text.matchAll(blanks)].map(({ 0: words, index }) =>
    finding('placeholder', block, index, index + words.length),
  )
}

const finding = (lack: Lack, block: Block, from: number, to: number): Finding => ({
  lack,
  from: block.from + from,
  to: block.from + to,
  number: block.number,
  heading: block.heading,
  words: block.text.slice(from, to),
  around: aroundOf(block.text, from, to),
})

/** Some words on each side, cut between them. */
function aroundOf(text: string, from: number, to: number): string {
  const before = text.slice(0, from).match(/(?:\S+\s+){0,4}\S*$/u)?.[0] ?? ''
  const after = text.slice(to).match(/^\S*(?:\s+\S+){0,3}/u)?.[0] ?? ''
  return `${before}${text.slice(from, to)}${after}`.replace(/\s+/g, ' ').trim()
}

const sameNumber = (number: string) => number.replace(/\s/g, '').replaceAll('–', '-').toUpperCase()

/** `known`: directives whose date was told before; a second mention need not repeat it. */
function directivesIn(block: Block, known: Set<string>): Finding[] {
  const all = [...block.text.matchAll(directives)]
  return all.flatMap(({ 0: name, index }, at): Finding[] => {
    const after = index + name.length
    const next = all[at + 1]?.index ?? block.text.length
    const rest = block.text.slice(after, Math.min(next, after + nearby))
    const [whole = '', number] = numbered.exec(rest) ?? []
    if (number === undefined) {
      const [shown] = unnumbered.exec(rest) ?? []
      return shown === undefined ? [] : [finding('noNumber', block, index, after + shown.length)]
    }
    const own = sameNumber(number)
    if (dated.test(rest)) known.add(own)
    return known.has(own) ? [] : [finding('noDate', block, index, after + whole.length)]
  })
}

/** A report stands on something: it says so, or quotes a directive with number and date. */
const isGround = (text: string) => /căn cứ/iu.test(text)

/** All that may be missing, in the order of the paper. */
export function checkPaper(doc: PaperNode, paper: Paper): Finding[] {
  const empty = emptyHeadings(doc)
  const numbers = new Map<PaperNode, number>()
  eachNumbered(doc, (node) => numbers.set(node, numbers.size + 1))
  const known = new Set<string>()
  let hasGround = false
  const found = blocksOf(doc).flatMap(({ node, from, headings, number }): Finding[] => {
    // One sign for whatever is no text, so that places stay those of the block.
    const text = (node.content ?? []).map((child) => child.text ?? '\n').join('')
    const block = { text, from, number, heading: headings.at(-1) ?? '' }
    hasGround ||= isGround(text)
    if (empty.has(node)) return [finding('emptySection', block, 0, text.length)]
    return [...placeholdersIn(block), ...directivesIn(block, known)]
  })
  if (paper !== 'minutes' && !hasGround && known.size === 0) {
    found.unshift({
      lack: 'noBasis',
      from: 0,
      to: 0,
      number: null,
      heading: '',
      words: '',
      around: '',
    })
  }
  return found
}
