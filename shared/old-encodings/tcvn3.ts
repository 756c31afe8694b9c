// TCVN3 (fonts .VnTime …): one code a Vietnamese letter, in the upper half of Latin-1.

const vowels = 'aăâeêioôơuưy'
/** Codes of each vowel without a tone, then grave, hook, tilde, acute, dot below. */
const lower: readonly (readonly number[])[] = [
  [0x61, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9],
  [0xa8, 0xbb, 0xbc, 0xbd, 0xbe, 0xc6],
  [0xa9, 0xc7, 0xc8, 0xc9, 0xca, 0xcb],
  [0x65, 0xcc, 0xce, 0xcf, 0xd0, 0xd1],
  [0xaa, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6],
  [0x69, 0xd7, 0xd8, 0xdc, 0xdd, 0xde],
  [0x6f, 0xdf, 0xe1, 0xe2, 0xe3, 0xe4],
  [0xab, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9],
  [0xac, 0xea, 0xeb, 0xec, 0xed, 0xee],
  [0x75, 0xef, 0xf1, 0xf2, 0xf3, 0xf4],
  [0xad, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9],
  [0x79, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe],
]
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/** Old letter → letter. Capitals with a tone have no code: a font with capital shapes draws them. */
export const tcvn3: ReadonlyMap<string, string> = new Map([
  ...[...vowels].flatMap((vowel, row) =>
    tones.map(
      (tone, column) =>
        [String.fromCharCode(lower[row]?.[column] ?? 0), (vowel + tone).normalize('NFC')] as const,
    ),
  ),
  ['\u00ae', 'đ'],
  ['\u00a1', 'Ă'],
  ['\u00a2', 'Â'],
  ['\u00a3', 'Ê'],
  ['\u00a4', 'Ô'],
  ['\u00a5', 'Ơ'],
  ['\u00a6', 'Ư'],
  ['\u00a7', 'Đ'],
])

/** Letters that the table does not hold stay. */
export const fromTcvn3 = (text: string): string =>
  text.replace(/[\u00a1-\u00fe]/g, (letter) => tcvn3.get(letter) ?? letter)
