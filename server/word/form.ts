// Which parts of a file are the form of a paper, not its text: letterhead, title, signature, headings without a style.
import { bareLetters } from '../../shared/bare-letters'
import { type Draft, type Grid, linesIn, type Words, wordsIn } from './draft'
import type { Tally } from './tally'

const mottoes = ['dang cong san viet nam', 'cong hoa xa hoi chu nghia viet nam']
const bare = (text: string) => bareLetters(text).replace(/\s+/g, ' ').trim()
const isBlank = (draft: Draft | undefined): boolean =>
  draft?.kind === 'words' && wordsIn(draft).trim() === ''
const isRuled = (draft: Draft) => draft.kind === 'words' && draft.isRuled
const isRow = (draft: Draft | undefined): draft is Grid =>
  draft?.kind === 'grid' && draft.rows.length <= 3 && (draft.rows[0]?.cells.length ?? 0) <= 3

/** The page draws its own. */
function withoutLetterhead(drafts: readonly Draft[], tally: Tally): Draft[] {
  const at = drafts.slice(0, 4).findIndex((draft) => {
    return isRow(draft) && linesIn([draft]).some((line) => mottoes.includes(bare(line)))
  })
  if (at < 0) return [...drafts]
  for (const line of linesIn([drafts[at] as Draft])) tally.leftOut('letterhead', line)
  return drafts.filter((_, index) => index !== at)
}

const kinds =
  /^(?:de cuong|du thao|bao cao|chuong trinh|bien ban|ket luan|nghi quyet|thong bao|ke hoach|chuyen de|quyet dinh|chi thi|huong dan|to trinh|tham luan|bai phat bieu|quy che|giao an)\b/
const isCentred = ({ align }: Words) => align === 'center'
const isBold = ({ pieces }: Words) =>
  pieces.every(({ bold, text, isBreak }) => bold || isBreak || text.trim() === '')

/** Centred bold lines at the head that begin with what the paper is. */
function tellTitle(drafts: readonly Draft[]): void {
  const first = drafts.slice(0, 10).findIndex((draft) => !isBlank(draft))
  const head = drafts.slice(Math.max(first, 0), first + 6)
  const [line] = head
  if (line?.kind !== 'words' || line.role === 'title' || !isCentred(line)) return
  if (!isBold(line) || !kinds.test(bare(wordsIn(line)))) return
  for (const draft of head) {
    if (draft.kind !== 'words' || !isCentred(draft) || !isBold(draft) || isBlank(draft)) return
    draft.role = 'title'
    draft.level = null
  }
}

/** The stroke below the title, which the form draws itself. */
function withoutStroke(drafts: readonly Draft[], tally: Tally): Draft[] {
  let isBehind = false
  return drafts.filter((draft) => {
    const isStroke =
      isBehind && draft.kind === 'words' && /^[-–—_*]{3,}$/.test(wordsIn(draft).trim())
    if (isStroke) tally.leftOut('letterhead', wordsIn(draft))
    isBehind = draft.kind === 'words' && (draft.role === 'title' || (isBehind && isBlank(draft)))
    return !isStroke
  })
}

/** The signature and those who receive it stand beside each other at the end. */
function signed(drafts: readonly Draft[], tally: Tally, isOwn: boolean): Draft[] {
  let at = drafts.length - 1
  while (isBlank(drafts[at])) at--
  const last = drafts[at]
  if (!isRow(last) || last.rows.length !== 1 || last.rows[0]?.cells.length !== 2) return [...drafts]
  const [left, right] = last.rows[0].cells.map(({ blocks }) => blocks)
  if (!left || !right) return [...drafts]
  const words = right.filter((one): one is Words => one.kind === 'words')
  const received = linesIn(left)
  const isSignature =
    words.length === right.length &&
    (words.some(({ role }) => role === 'signature') ||
      isOwn ||
      (words.filter((one) => !isBlank(one)).every(isCentred) &&
        (received.length === 0 || bare(received[0] ?? '').startsWith('noi nhan'))))
  if (!isSignature) return [...drafts]
  for (const line of received) tally.leftOut('recipients', line)
  const lines = words.filter((one) => !isBlank(one) && (!isOwn || one.role === 'signature'))
  for (const line of words) {
    if (isOwn && line.role !== 'signature') tally.leftOut('recipients', wordsIn(line))
  }
  const before = drafts.slice(0, at)
  return [...before, ...lines.map((line): Words => ({ ...line, role: 'signature', level: null }))]
}

const numbered: readonly (readonly [number, RegExp])[] = [
  [1, /^(?:[IVX]{1,5}\s*[-–.)/]|phần\s+(?:thứ\s+)?\p{L}+\s*[:.–-]?)/iu],
  [2, /^\d{1,2}\s*[-–.)/]\s*\p{L}/u],
  [3, /^(?:\d{1,2}\.\d{1,2}\.?|[a-zđ]\s*[-.)])\s*\p{L}/u],
]
const longestHeading = 200

/** Where no paragraph bears a heading's style, bold numbered lines are the headings. */
function guessHeadings(drafts: readonly Draft[], tally: Tally): void {
  const lines = drafts.filter((draft): draft is Words => draft.kind === 'words')
  if (lines.some(({ level, role }) => level !== null && role !== 'title')) return
  for (const line of lines) {
    const text = wordsIn(line).trim()
    if (line.role !== null || line.item !== null || text === '' || text.length > longestHeading)
      continue
    if (!isBold(line)) continue
    const [level] = numbered.find(([, pattern]) => pattern.test(text)) ?? []
    if (level === undefined) continue
    line.level = level
    tally.changed('guessedHeadings', text)
  }
}

/** Lines left blank to make room; a paper makes its own. */
function withoutBlanks(drafts: readonly Draft[], tally: Tally): Draft[] {
  return drafts.flatMap((draft): Draft[] => {
    if (draft.kind === 'grid') {
      for (const { cells } of draft.rows) {
        for (const cell of cells) {
          const kept = cell.blocks.filter((one) => !isBlank(one) || isRuled(one))
          cell.blocks.splice(0, cell.blocks.length, ...kept)
        }
      }
      return [draft]
    }
    if (!isBlank(draft) || isRuled(draft)) return [draft]
    tally.changed('emptyLines')
    return []
  })
}

/** Spaces that our own export puts in, wherever they stand. */
function withoutGaps(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => {
    if (draft.kind === 'grid') {
      for (const { cells } of draft.rows) {
        for (const cell of cells)
          cell.blocks.splice(0, cell.blocks.length, ...withoutGaps(cell.blocks))
      }
    }
    return draft.kind !== 'words' || draft.role !== 'gap'
  })
}

/** `isOwn`: the file is an export of this program, which says itself what is what. */
export function textOfForm(drafts: readonly Draft[], isOwn: boolean, tally: Tally): Draft[] {
  let kept = withoutLetterhead(drafts, tally)
  if (isOwn) return signed(withoutStroke(withoutGaps(kept), tally), tally, true)
  tellTitle(kept)
  kept = signed(withoutStroke(kept, tally), tally, false)
  guessHeadings(kept, tally)
  return withoutBlanks(kept, tally)
}
