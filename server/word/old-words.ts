// Turns old encodings and parted letters of what was read into Unicode, composed.
import {
  decode,
  encodingOfWords,
  isIn,
  type OldEncoding,
} from '../../shared/old-encodings/recognise'
import { printable } from '../papers/sheet'
import { type Draft, eachWords, type Piece, type Words, wordsIn } from './draft'
import type { Tally } from './tally'

/** So much of the words without a telling font is looked at. */
const sampleLength = 200_000

/** Marks that belong to the letter before them, where formatting parted the two. */
const leading = { vni: /^[øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË]/u, unicode: /^\p{M}+/u }

function reunite({ pieces }: Words): void {
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1]
    if (!before || before.isBreak || piece.isBreak || before.text === '') return
    const isVni =
      piece.old === 'vni' && before.old === 'vni' && /[aeoyuôöAEOYUÔÖ]$/u.test(before.text)
    const [mark] = piece.text.match(isVni ? leading.vni : leading.unicode) ?? []
    if (mark === undefined) return
    before.text += mark
    piece.text = piece.text.slice(mark.length)
  })
}

/** The encoding of words whose fonts do not tell, all together. */
function guessed(all: readonly Words[]): OldEncoding | null {
  let sample = ''
  for (const words of all) {
    if (sample.length > sampleLength) break
    const text = words.pieces.map((piece) => (piece.old ? '' : piece.text)).join('')
    // A line of Unicode among old ones is left aside; one is enough to tell it.
    if (encodingOfWords(text) !== null || /[\u00a1-\u00ff]/.test(text)) {
      if (!/[\u0102-\u01b0\u1ea0-\u1ef9]/.test(text)) sample += `${text}\n`
    }
  }
  return encodingOfWords(sample)
}

function settle(piece: Piece, encoding: OldEncoding | null, tally: Tally): void {
  let text = piece.text
  if (encoding) {
    const fresh = decode(text, encoding)
    if (fresh !== text) tally.changed(encoding, `${text.trim()} → ${fresh.trim()}`)
    text = fresh
  }
  const composed = text.normalize('NFC')
  if (composed !== text) tally.changed('composed', composed)
  text = composed
  if (piece.isCapitals) {
    const capitals = text.toLocaleUpperCase('vi')
    if (capitals !== text && !encoding) tally.changed('capitals', capitals)
    text = capitals
  }
  piece.text = printable(text.replaceAll('\u00ad', ''))
}

export function modernise(drafts: readonly Draft[], tally: Tally): void {
  const all: Words[] = []
  eachWords(drafts, (words) => all.push(words))
  const usual = guessed(all)
  for (const words of all) {
    reunite(words)
    const isOld = usual !== null && isIn(wordsIn(words), usual)
    for (const piece of words.pieces) settle(piece, piece.old ?? (isOld ? usual : null), tally)
    words.pieces = words.pieces.filter(({ text, isBreak }) => text !== '' || isBreak)
  }
}
