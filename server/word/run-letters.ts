// The letters of runs: raised and lowered ones, signs of fonts of signs, what stands in drawings and changes.
import { child, type Element, elements, textIn } from './xml'

const table = (plain: string, shown: string): ReadonlyMap<string, string> =>
  new Map([...plain].map((letter, at) => [letter, [...shown][at] ?? letter]))
const raised = table('0123456789+-=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ')
const lowered = table('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎')
/** Signs that fonts of signs draw in the place of letters. */
const signs: Readonly<Record<string, string>> = {
  a7: '▪',
  a8: '□',
  b7: '•',
  d8: '➢',
  e0: '→',
  f0: '⇨',
  fb: '✗',
  fc: '✓',
  fe: '☑',
  '6f': '□',
  '6c': '●',
  '6e': '■',
  '71': '❑',
  '76': '❖',
}
const isSignFont = (font: string) => /^(?:wingdings|webdings|symbol)/i.test(font)

/** `m` and a raised 2 are m²; what has no such letter stays as it is. */
export function raisedLetters(text: string, raise: string | undefined): string {
  const letterOf = raise === 'superscript' ? raised : raise === 'subscript' ? lowered : null
  if (!letterOf) return text
  const letters = [...text].map((letter) => letterOf.get(letter))
  return letters.every((letter) => letter !== undefined) ? letters.join('') : text
}

export const signOf = (code: number): string => signs[code.toString(16)] ?? '•'

/** Letters typed in a font of signs. */
export const drawnSigns = (text: string, font: string): string =>
  isSignFont(font)
    ? text.replace(/[\uf020-\uf0ff]/g, (letter) => signOf(letter.charCodeAt(0) - 0xf000))
    : text

/** Blanks at the ends count only where the file says so. */
export function lettersOf(of: Element): string {
  const text = textIn(of).replace(/[\r\n]+/g, ' ')
  return of.attrs['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '')
}

/** What a tracked change brought or took. */
export const changedText = (of: Element): string =>
  elements(of)
    .map((one) => (/^(?:w:t|w:delText)$/.test(one.name) ? textIn(one) : changedText(one)))
    .join('')

/** The outermost ones: a box in a box comes with it. */
export function boxesIn(of: Element): Element[] {
  return elements(of).flatMap((one): Element[] => {
    if (one.name === 'w:txbxContent') return [one]
    if (one.name !== 'mc:AlternateContent') return boxesIn(one)
    const choice = child(one, 'mc:Choice')
    const boxes = choice ? boxesIn(choice) : []
    if (boxes.length > 0) return boxes
    const fallback = child(one, 'mc:Fallback')
    return fallback ? boxesIn(fallback) : []
  })
}
