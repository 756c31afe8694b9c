// Which words of some paragraphs stand in others: kept words, in order.
import { type Match, matched } from './sequence'
import type { Inline, Unit, Word } from './units'

/** Parts two paragraphs that are compared together with a third. */
export const paragraphBreak = '\u2029'

/** The words of one or more paragraphs as one row. */
export interface Row {
  readonly text: string
  readonly forms: readonly string[]
  readonly words: readonly Word[]
  /** Where each paragraph begins in the text. */
  readonly starts: readonly number[]
}

const nothing: Inline = { text: '', forms: [], words: [] }

export function rowOf(units: readonly Unit[]): Row {
  if (units.length === 1) {
    const { text, forms, words } = units[0]?.inline ?? nothing
    return { text, forms, words, starts: [0] }
  }
  let text = ''
  const forms: string[] = []
  const words: Word[] = []
  const starts: number[] = []
  for (const { inline } of units) {
    const one = inline ?? nothing
    if (starts.length > 0) {
      words.push({ key: paragraphBreak, from: text.length, to: text.length + 1 })
      text += paragraphBreak
      forms.push('')
    }
    const start = text.length
    starts.push(start)
    for (const { key, from, to } of one.words) {
      words.push({ key, from: start + from, to: start + to })
    }
    text += one.text
    for (const form of one.forms) forms.push(form)
  }
  return { text, forms, words, starts }
}

const hasLetters = /[\p{L}\p{N}\n\u2029\ufffc]/u

/** Blanks and signs that happen to stand between two changes are part of them: "a, b" is not read letter by letter. */
function withoutCrumbs(a: Row, b: Row, matches: readonly Match[]): Match[] {
  const kept: Match[] = []
  let start = 0
  const isNext = (i: number) => {
    const [p, q] = [matches[i - 1], matches[i]]
    return p !== undefined && q !== undefined && q[0] === p[0] + 1 && q[1] === p[1] + 1
  }
  for (let i = 1; i <= matches.length; i++) {
    if (i < matches.length && isNext(i)) continue
    const run = matches.slice(start, i)
    start = i
    const [first, last] = [run[0] as Match, run.at(-1) as Match]
    const isAtEdge =
      (first[0] === 0 && first[1] === 0) ||
      (last[0] === a.words.length - 1 && last[1] === b.words.length - 1)
    if (isAtEdge || run.some(([x]) => hasLetters.test(a.words[x]?.key ?? ''))) kept.push(...run)
  }
  return kept
}

/** What stands on both sides right beside kept words stays with them. */
function grown(a: Row, b: Row, matches: readonly Match[]): Match[] {
  const out: Match[] = []
  let [x, y] = [0, 0]
  for (const [i, j] of [...matches, [a.words.length, b.words.length] as const]) {
    const least = Math.min(i - x, j - y)
    let heads = 0
    while (heads < least && a.words[x + heads]?.key === b.words[y + heads]?.key) {
      out.push([x + heads, y + heads++])
    }
    let tails = 0
    while (tails < least - heads && a.words[i - tails - 1]?.key === b.words[j - tails - 1]?.key) {
      tails++
    }
    for (; tails > 0; tails--) out.push([i - tails, j - tails])
    if (i < a.words.length || j < b.words.length) out.push([i, j])
    x = i + 1
    y = j + 1
  }
  return out
}

export function wordMatches(a: Row, b: Row): Match[] {
  const all = matched(
    a.words.map(({ key }) => key),
    b.words.map(({ key }) => key),
  )
  return grown(a, b, withoutCrumbs(a, b, all))
}
