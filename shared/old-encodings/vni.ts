// VNI (fonts VNI-Times …): a plain letter and behind it, where needed, a letter that stands for the tone.

/** Behind a, e, o, ô, u, ö, y; after `A` in capitals. */
const toneLetters = [
  ['ø', '\u0300'],
  ['ù', '\u0301'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
] as const
/** The circumflex with its tone, for a, e and o. */
const hatLetters = [
  ['â', ''],
  ['à', '\u0300'],
  ['á', '\u0301'],
  ['å', '\u0309'],
  ['ã', '\u0303'],
  ['ä', '\u0323'],
] as const
/** The breve with its tone, for a. */
const breveLetters = [
  ['ê', ''],
  ['è', '\u0300'],
  ['é', '\u0301'],
  ['ú', '\u0309'],
  ['ü', '\u0303'],
  ['ë', '\u0323'],
] as const

const small: (readonly [string, string])[] = [
  ['ñ', 'đ'],
  ['ì', 'ì'],
  ['í', 'í'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
]
for (const [letter, vowel] of [...'aeouy']
  .map((one) => [one, one] as const)
  .concat([
    ['ô', 'ơ'],
    ['ö', 'ư'],
  ])) {
  for (const [mark, tone] of toneLetters) {
    // The dotted y has a letter of its own.
    if (letter !== 'y' || mark !== 'ï') small.push([letter + mark, vowel + tone])
  }
}
for (const letter of 'aeo') {
  for (const [mark, tone] of hatLetters) small.push([letter + mark, `${letter}\u0302${tone}`])
}
for (const [mark, tone] of breveLetters) small.push([`a${mark}`, `a\u0306${tone}`])

/** Old letters → letter, longest first where one begins another. */
export const vni: ReadonlyMap<string, string> = new Map(
  small
    .flatMap(([old, letter]) => [
      [old, letter.normalize('NFC')] as const,
      [old.toUpperCase(), letter.normalize('NFC').toUpperCase()] as const,
    ])
    .sort(([a], [b]) => b.length - a.length),
)

const marks = [...toneLetters, ...hatLetters, ...breveLetters].map(([mark]) => mark).join('')
const pair = new RegExp(
  `[aeoyuôö][${marks}]|[AEOYUÔÖ][${marks}${marks.toUpperCase()}]|[ñìíæóòîôöÑÌÍÆÓÒÎÔÖ]`,
  'gu',
)

/** A capital is also read with a small mark, as people typed it. */
export const fromVni = (text: string): string =>
  text.replace(pair, (old) => {
    const known = vni.get(old) ?? vni.get(old.toUpperCase())
    if (known !== undefined) return known
    // Two letters that are none together: the first may still be one.
    const [first = '', ...rest] = old
    return (vni.get(first) ?? first) + rest.map((one) => vni.get(one) ?? one).join('')
  })
