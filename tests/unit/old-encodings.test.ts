// [I6] TCVN3 and VNI become Unicode; what is Unicode already, or another language, is never touched.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decode,
  encodingOfFont,
  encodingOfWords,
  isCapitalFont,
  isIn,
  oldEncodings,
} from '../../shared/old-encodings/recognise'
import { isSyllable } from '../../shared/old-encodings/syllable'
import { inOld } from '../kit/old-letters'
import { between, seeded } from '../kit/seeded'
import { syllable } from '../kit/syllables'

/** Of syllables as they are spelt: an onset and a rhyme of chance may be none. */
function sentence(seed: number, words: number): string {
  const random = seeded(seed)
  const made: string[] = []
  while (made.length < words) {
    const { text } = syllable((sides) => between(random, 0, sides - 1), 'telex')
    if (isSyllable(text)) made.push(text)
  }
  return made.join(' ')
}
const party =
  'Đảng bộ lãnh đạo thực hiện nghị quyết về chuyển đổi số; chi bộ trường trung học cơ sở đề ra chỉ tiêu, nhiệm vụ và giải pháp.'
const others = [
  'The committee reviewed the façade of the old café; naïve résumés were déjà vu.',
  'Les élèves ont été reçus à l’école : là où ça a été décidé, où est-ce que tu vas ?',
  'Größe, Öl und Übung: für die Schüler ist das schön.',
  'Niño, mañana, corazón, jalapeño, acción y país.',
  '§ 5: 20 °C ± 2, 10 µm × 3, «trích», © 2026 ®',
  'km² m³ ½ ¼ 30° £5 ¥100',
]
const unicode = [
  'là có và cho không thì mà rồi',
  'Có ai là người nào đó không',
  'bà và má ra chợ; ông cũng ra; bé thì ở nhà',
  'Hội nghị tán thành báo cáo.',
]

describe('old encodings', () => {
  it('give back every Vietnamese syllable that was written in them', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const text = sentence(seed, 12)
        for (const encoding of oldEncodings) {
          expect(decode(inOld(text, encoding), encoding)).toBe(text)
        }
        // Capitals too, where the encoding has them.
        const capitals = text.toLocaleUpperCase('vi')
        expect(decode(inOld(capitals, 'vni'), 'vni')).toBe(capitals)
      }),
      { numRuns: 300 },
    )
  })

  it('hold all 134 letters of the alphabet with their tones', () => {
    const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) =>
      ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) =>
        (vowel + tone).normalize('NFC'),
      ),
    )
    for (const letter of [...vowels, 'đ', 'Đ', 'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư']) {
      for (const encoding of oldEncodings) {
        expect(decode(inOld(letter, encoding), encoding), letter).toBe(letter)
      }
    }
  })

  it('are known by their words', () => {
    for (const encoding of oldEncodings) {
      expect(encodingOfWords(inOld(party, encoding)), encoding).toBe(encoding)
      expect(isIn(inOld('Chỉ tiêu', encoding), encoding)).toBe(true)
    }
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const text = `${party} ${sentence(seed, 20)}`
        for (const encoding of oldEncodings) {
          expect(encodingOfWords(inOld(text, encoding))).toBe(encoding)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('are known by the names of their fonts', () => {
    expect(
      ['.VnTime', '.VnTimeH', '.vnarial', 'VNI-Times', 'VNI Times'].map(encodingOfFont),
    ).toEqual(['tcvn3', 'tcvn3', 'tcvn3', 'vni', 'vni'])
    expect(['Times New Roman', 'UVN Bai Sau', 'Vni', 'Be Vietnam Pro'].map(encodingOfFont)).toEqual(
      [null, null, null, null],
    )
    expect([isCapitalFont('.VnTimeH'), isCapitalFont('.VnTime')]).toEqual([true, false])
  })

  it('are not seen in Unicode, composed or parted', () => {
    for (const text of [party, ...unicode]) {
      expect(encodingOfWords(text), text).toBeNull()
      expect(encodingOfWords(text.normalize('NFD')), text).toBeNull()
    }
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 40 }), (seed, words) => {
        const text = sentence(seed, words)
        expect(encodingOfWords(text)).toBeNull()
        expect(encodingOfWords(text.normalize('NFD'))).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  it('are not seen in other languages and in signs', () => {
    for (const text of others) expect(encodingOfWords(text), text).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replace(/[^ -~]/g, '')
        expect(encodingOfWords(plain)).toBeNull()
      }),
    )
  })

  it('are judged by what a syllable is', () => {
    const good = 'nghiêng giếng quýt khuỷu hoà hòa uỷ ủy Đảng yêu gì quốc oan hoặc thuở'
    const bad = 'cafe zô blả tàch hoạn̉ trườngg aă cac kêp naïve'
    for (const word of good.split(' ')) expect(isSyllable(word), word).toBe(true)
    for (const word of bad.split(' ')) expect(isSyllable(word), word).toBe(false)
  })
})
