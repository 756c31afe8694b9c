// In which old encoding is a text: by the name of its font, or by its words.
import { isSyllable } from './syllable'
import { fromTcvn3 } from './tcvn3'
import { fromVni } from './vni'

export const oldEncodings = ['tcvn3', 'vni'] as const
export type OldEncoding = (typeof oldEncodings)[number]

/** `.VnTime` and `.VnTimeH`, `VNI-Times`. */
export function encodingOfFont(font: string): OldEncoding | null {
  if (/^\.vn/i.test(font)) return 'tcvn3'
  return /^vni[-\s]/i.test(font) ? 'vni' : null
}

/** Fonts of TCVN3 whose small letters have the shapes of capitals. */
export const isCapitalFont = (font: string): boolean => /^\.vn.*h$/i.test(font)

/** Fonts with codes of their own put them into the private area. */
const unhidden = (text: string) =>
  text.replace(/[\uf020-\uf0ff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf000))

export const decode = (text: string, encoding: OldEncoding): string =>
  (encoding === 'tcvn3' ? fromTcvn3 : fromVni)(unhidden(text)).normalize('NFC')

/** Letters that only Unicode has: where one stands, the text is not in an old encoding. */
const unicodeOnly = /[ăđĩũơưĂĐĨŨƠƯ]|[\u1ea0-\u1ef9]|\p{M}/u
const between = /[\s!-/:-@[-`{-~0-9\u2010-\u201f\u2026]+/
const upperHalf = /[\u00a1-\u00ff]/

/** The words that hold a letter of the upper half of Latin-1: all that the encodings differ in. */
const tellingWords = (text: string) => text.split(between).filter((word) => upperHalf.test(word))

const share = (words: readonly string[], fits: (word: string) => boolean) =>
  words.length === 0 ? 0 : words.filter(fits).length / words.length

/** So many different words, and so large a part of them, must become Vietnamese. */
const leastWords = 3
const leastShare = 0.85
/** Where so many are Vietnamese or another language's as they stand, nothing is touched. */
const mostAsTheyAre = 0.5

/** `null` where the words are Unicode, another language's, or too few to tell. */
export function encodingOfWords(text: string): OldEncoding | null {
  if (unicodeOnly.test(text)) return null
  const words = [...new Set(tellingWords(text))]
  if (words.length < leastWords || share(words, isSyllable) > mostAsTheyAre) return null
  const shares = oldEncodings.map((encoding) =>
    share(words, (word) => isSyllable(decode(word, encoding))),
  )
  const best = Math.max(...shares)
  return best >= leastShare ? (oldEncodings[shares.indexOf(best)] ?? null) : null
}

/** Whether a piece, of a text that is in this encoding as a whole, is so itself. */
export function isIn(text: string, encoding: OldEncoding): boolean {
  if (unicodeOnly.test(text)) return false
  const words = tellingWords(text)
  return (
    words.length > 0 && share(words, (word) => isSyllable(decode(word, encoding))) >= leastShare
  )
}
