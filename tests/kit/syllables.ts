// Vietnamese syllables made from a seed, and how they come to be under the hands: Telex and VNI.
import type { Dice } from './paper-editor'

export type Method = 'telex' | 'vni'

export interface Syllable {
  /** What is meant, composed (NFC). */
  readonly text: string
  readonly keys: string
  /** What stands there after each key. */
  readonly steps: readonly string[]
}

const onsets = [
  ...['', 'b', 'c', 'ch', 'd', 'đ', 'g', 'gh', 'gi', 'h', 'k', 'kh', 'l', 'm'],
  ...['n', 'ng', 'ngh', 'nh', 'ph', 'qu', 'r', 's', 't', 'th', 'tr', 'v', 'x'],
]
/** The vowel that bears the tone stands between the bars. */
const rhymes = [
  ...['|a|', '|a|c', '|a|i', '|a|n', '|a|ng', '|a|nh', '|a|o', '|a|u', '|ă|c', '|ă|m', '|ă|ng'],
  ...['|â|m', '|â|n', '|â|u', '|â|y', '|e|', '|e|o', '|ê|', '|ê|nh', '|i|', '|i|m', '|i|ch'],
  ...['|i|a', 'i|ê|m', 'i|ê|n', 'i|ê|ng', 'i|ê|u', 'o|a|', 'o|a|i', 'o|a|n', 'o|ă|c', 'o|e|'],
  ...['|o|', '|o|i', '|o|ng', '|ô|', '|ô|i', '|ô|ng', '|ơ|', '|ơ|i', '|ơ|n', '|u|', '|u|a'],
  ...['|u|i', '|u|ng', 'u|â|n', 'u|ê|', 'u|ô|c', 'u|ô|i', 'u|ô|n', 'u|y|', 'uy|ê|n', 'uy|ê|t'],
  ...['|ư|', '|ư|a', '|ư|c', '|ư|ng', '|ư|u', 'ư|ơ|c', 'ư|ơ|i', 'ư|ơ|n', 'ư|ơ|ng'],
]
const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const
const toneKeys = { telex: ['', 's', 'f', 'r', 'x', 'j'], vni: ['', '1', '2', '3', '4', '5'] }
/** The plain letter and the key that turns it. */
const turned: Readonly<Record<string, readonly [plain: string, telex: string, vni: string]>> = {
  ă: ['a', 'w', '8'],
  â: ['a', 'a', '6'],
  ê: ['e', 'e', '6'],
  ô: ['o', 'o', '6'],
  ơ: ['o', 'w', '7'],
  ư: ['u', 'w', '7'],
  đ: ['d', 'd', '9'],
}

const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)] as T

/**
 * Each letter is turned at once, or all of them and the tone after the last, as people do it who
 * correct at the end of a word.
 */
export function syllable(dice: Dice, method: Method): Syllable {
  const onset = pick(dice, onsets)
  const [before = '', nucleus = '', after = ''] = pick(dice, rhymes).split('|')
  const tone = dice(tones.length)
  const letters = [...`${onset}${before}${nucleus}${after}`]
  const toned = [...`${onset}${before}`].length
  const isLate = dice(2) === 0
  const shown: string[] = []
  const steps: string[] = []
  let keys = ''
  const press = (key: string) => {
    keys += key
    steps.push(shown.join(''))
  }
  const turn = (at: number) => {
    const letter = letters[at] as string
    const turning = turned[letter]
    if (!turning) return
    shown[at] = letter
    press(turning[method === 'telex' ? 1 : 2])
  }
  letters.forEach((letter, at) => {
    const plain = turned[letter]?.[0] ?? letter
    shown.push(plain)
    press(plain)
    if (!isLate) turn(at)
  })
  if (isLate) for (const at of letters.keys()) turn(at)
  if (tone > 0) {
    shown[toned] = (nucleus + tones[tone]).normalize('NFC')
    press(toneKeys[method][tone] as string)
  }
  return { text: shown.join(''), keys, steps }
}
