// Finds words as Vietnamese write them: hoà is hòa; with or without regard to marks, capitals and word ends.

/** One letter as it is compared, with where it stands in the text. */
interface Letter {
  readonly from: number
  readonly to: number
  /** Without its tone, which may stand on one of two vowels. */
  readonly base: string
  readonly tone: string
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

/** A text cut into its letters, however they are composed. */
export function lettersOf(text: string): Letters {
  const letters: Letter[] = []
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const apart = cluster.normalize('NFD')
    letters.push({
      from: index,
      to: index + cluster.length,
      base: isBlank(apart) ? ' ' : apart.replace(tones, ''),
      tone: (apart.match(tones) ?? []).join(''),
    })
  }
  return letters
}

/** A letter as a wish compares it. */
interface Compared {
  readonly base: string
  readonly tone: string
}

function comparable({ base, tone }: Compared, { withMarks, withCase }: Wish): Compared {
  const cased = withCase ? base : base.toLowerCase()
  if (withMarks) return { base: cased, tone }
  const bare = cased.replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  return { base: bare === '' ? cased : bare, tone: '' }
}

/** The tone of these is set on the first or on the second, by the old custom or by the new. */
const pairs: ReadonlySet<string> = new Set(['oa', 'oe', 'uy'])
const isPair = (a: Compared | undefined, b: Compared | undefined) =>
  a !== undefined && b !== undefined && pairs.has(`${a.base}${b.base}`.toLowerCase())

const same = (a: Compared | undefined, b: Compared | undefined) =>
  a?.base === b?.base && a?.tone === b?.tone

/** How many letters of the text, from `at` on, are those wished for; 0 for none. */
function matchAt(wished: readonly Compared[], text: readonly Compared[], at: number): number {
  for (let i = 0; i < wished.length; i++) {
    const [own, found] = [wished[i], text[at + i]]
    if (same(own, found)) continue
    if (own?.base !== found?.base || own === undefined || found === undefined) return 0
    const [ownNext, foundNext] = [wished[i + 1], text[at + i + 1]]
    if (!isPair(found, foundNext)) return 0
    // Cut in the middle of the pair: its second vowel still tells the tone.
    if (ownNext === undefined) return own.tone === foundNext?.tone && found.tone === '' ? i + 1 : 0
    const isSwapped =
      ownNext.base === foundNext?.base && own.tone === foundNext.tone && ownNext.tone === found.tone
    if (!isSwapped) return 0
    i += 1
  }
  return wished.length
}

const isWordLetter = (letter: Letter | undefined) =>
  letter !== undefined && /[\p{L}\p{N}]/u.test(letter.base)

/** Where the words stand, from left to right, none over another. */
export function findText(letters: Letters, wish: Wish): Hit[] {
  const wished = lettersOf(wish.words).map((letter) => comparable(letter, wish))
  if (wished.length === 0) return []
  const text = letters.map((letter) => comparable(letter, wish))
  const hits: Hit[] = []
  for (let at = 0; at + wished.length <= text.length; at++) {
    if (text[at]?.base !== wished[0]?.base) continue
    const length = matchAt(wished, text, at)
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
