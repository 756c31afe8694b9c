// Finds words as Vietnamese write them: hoà is hòa; with or without regard to marks, capitals and word ends.

/** A letter in the forms in which it may be compared. */
interface Form {
  /** Which may stand on one of two vowels. */
  readonly tone: string
  /** Without its tone. */
  readonly exact: string
  readonly lower: string
  /** Without any mark. */
  readonly bare: string
  readonly bareLower: string
}

/** A letter, with where it stands in the text. */
interface Letter {
  readonly from: number
  readonly to: number
  readonly form: Form
}
export type Letters = readonly Letter[]

export interface Wish {
  readonly words: string
  /** Else `hoa` finds `hòa` too. */
  readonly withMarks: boolean
  readonly withCase: boolean
  readonly wholeWords: boolean
}

export type Hit = readonly [from: number, to: number]

/** Huyền, sắc, hỏi, ngã, nặng; what else stands over or under a letter is part of it. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu
const isBlank = (text: string) => /^\s$/u.test(text)

function formOf(cluster: string): Form {
  const apart = cluster.normalize('NFD')
  const exact = isBlank(apart) ? ' ' : apart.replace(tones, '')
  const bare = exact.replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D') || exact
  return {
    tone: (apart.match(tones) ?? []).join(''),
    exact,
    lower: exact.toLowerCase(),
    bare,
    bareLower: bare.toLowerCase(),
  }
}

/** A language has a few hundred letters; a text that has more is none we need to be quick with. */
const known = new Map<string, Form>()
const mostKnown = 5000

function knownForm(cluster: string): Form {
  const found = known.get(cluster)
  if (found) return found
  const form = formOf(cluster)
  if (known.size >= mostKnown) known.clear()
  known.set(cluster, form)
  return form
}

/** A text cut into its letters, however they are composed. */
export function lettersOf(text: string): Letters {
  const letters: Letter[] = []
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    letters.push({ from: index, to: index + cluster.length, form: knownForm(cluster) })
  }
  return letters
}

type Key = 'exact' | 'lower' | 'bare' | 'bareLower'
const keyOf = ({ withMarks, withCase }: Wish): Key =>
  withMarks ? (withCase ? 'exact' : 'lower') : withCase ? 'bare' : 'bareLower'

/** The tone of these is set on the first or on the second, by the old custom or by the new. */
const pairs: ReadonlySet<string> = new Set(['oa', 'oe', 'uy'])
const isPair = (a: Form | undefined, b: Form | undefined) =>
  a !== undefined && b !== undefined && pairs.has(`${a.lower}${b.lower}`)

/** How many letters of the text, from `at` on, are those wished for; 0 for none. */
function matchAt(wished: Letters, text: Letters, at: number, key: Key): number {
  const hasTones = key === 'exact' || key === 'lower'
  for (let i = 0; i < wished.length; i++) {
    const [own, found] = [wished[i]?.form, text[at + i]?.form]
    if (!own || !found || own[key] !== found[key]) return 0
    if (!hasTones || own.tone === found.tone) continue
    const [ownNext, foundNext] = [wished[i + 1]?.form, text[at + i + 1]?.form]
    if (!foundNext || !isPair(found, foundNext)) return 0
    // Cut in the middle of the pair: its second vowel still tells the tone.
    if (!ownNext) return own.tone === foundNext.tone && found.tone === '' ? i + 1 : 0
    const isSwapped =
      ownNext[key] === foundNext[key] && own.tone === foundNext.tone && ownNext.tone === found.tone
    if (!isSwapped) return 0
    i += 1
  }
  return wished.length
}

const isWordLetter = (letter: Letter | undefined) =>
  letter !== undefined && /[\p{L}\p{N}]/u.test(letter.form.exact)

/** Where the words stand, from left to right, none over another. */
export function findText(letters: Letters, wish: Wish): Hit[] {
  const wished = lettersOf(wish.words)
  const [begin] = wished
  if (!begin) return []
  const key = keyOf(wish)
  const hits: Hit[] = []
  for (let at = 0; at + wished.length <= letters.length; at++) {
    if (letters[at]?.form[key] !== begin.form[key]) continue
    const length = matchAt(wished, letters, at, key)
    if (length === 0) continue
    const [first, last] = [letters[at], letters[at + length - 1]]
    const isWithin =
      (isWordLetter(first) && isWordLetter(letters[at - 1])) ||
      (isWordLetter(last) && isWordLetter(letters[at + length]))
    if (!first || !last || (wish.wholeWords && isWithin)) continue
    hits.push([first.from, last.to])
    at += length - 1
  }
  return hits
}

/** What of a text has to change to become another: letters at both ends that stay are left alone. */
export function changedPart(old: string, now: string): { from: number; to: number; put: string } {
  const before = lettersOf(old).map(({ from, to }) => old.slice(from, to))
  const after = lettersOf(now).map(({ from, to }) => now.slice(from, to))
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const sizeOf = (parts: readonly string[]) => parts.join('').length
  return {
    from: sizeOf(before.slice(0, head)),
    to: old.length - sizeOf(before.slice(before.length - tail)),
    put: after.slice(head, after.length - tail).join(''),
  }
}
