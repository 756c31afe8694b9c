// The stamp of a state secret, standing in a line of its own: such a paper is not worked at here.

export const secretStamps = ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT'] as const
export type SecretStamp = (typeof secretStamps)[number]

/** Brackets, frames and dashes around it; a colon behind "Độ mật". */
const around = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu
const named = /^(?:độ|mức độ|dấu chỉ mức độ)\s+mật\s*[:–—-]\s*/iu

function stampOf(line: string): SecretStamp | null {
  const bare = line.replace(around, '')
  const isNamed = named.test(bare)
  const words = bare.replace(named, '').replace(around, '')
  // Letters set apart to fill a frame.
  const isSpread = /^\p{L}(?:\s+\p{L})+$/u.test(words)
  const joined = isSpread ? words.replace(/\s/g, '') : words.replace(/\s+/g, ' ')
  const found = secretStamps.find((stamp) =>
    [stamp, stamp.replace(' ', '')].includes(joined.toLocaleUpperCase('vi')),
  )
  if (!found) return null
  // "Mật" alone is also honey: as a stamp it is written in capitals.
  const isStamp = isNamed || found !== 'MẬT' || joined === found
  return isStamp ? found : null
}

/** The first stamp among the lines of a text; words in a sentence, such as "bảo mật", are none. */
export function secretStampIn(text: string): SecretStamp | null {
  for (const line of text.normalize('NFC').split('\n')) {
    if (line.length > 60) continue
    const stamp = stampOf(line)
    if (stamp) return stamp
  }
  return null
}
