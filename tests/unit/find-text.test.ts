// [E8] [E9] Finding words: both places of a tone, with and without marks, and positions that are exact.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareLetters } from '../../shared/bare-letters'
import { changedPart, findText, lettersOf, type Wish } from '../../shared/document/find-text'

const plain: Omit<Wish, 'words'> = { withMarks: true, withCase: false, wholeWords: false }
const found = (text: string, words: string, wish: Partial<Wish> = {}) =>
  findText(lettersOf(text), { ...plain, words, ...wish }).map(([from, to]) => text.slice(from, to))

describe('finding', () => {
  it.each([
    ['hoà', 'Hòa bình, hoà giải, hoa', ['Hòa', 'hoà']],
    ['hòa', 'hoà hòa', ['hoà', 'hòa']],
    ['thủy', 'thuỷ lợi', ['thuỷ']],
    ['khỏe', 'sức khoẻ', ['khoẻ']],
    ['quý', 'quí quý qúy', ['quý', 'qúy']],
    ['hoà', 'hoàn', ['hoà']],
    ['hò', 'hoà hò hó', ['ho', 'hò']],
    ['hoa', 'hòa', []],
    ['hòa', 'hóa hoá', []],
    ['oà', 'oa à', []],
  ])('[E8] %s in “%s”', (words, text, expected) => {
    expect(found(text, words)).toEqual(expected)
  })

  it('[E8] finds letters however they are composed', () => {
    expect(found('Quyết nghị'.normalize('NFD'), 'nghị')).toEqual(['nghị'.normalize('NFD')])
    expect(found('ngh\u1ecb', 'nghi\u0323')).toHaveLength(1)
  })

  it('[E8] without regard to marks finds every writing', () => {
    expect(found('hòa hoà HOA hoá đã', 'hoa', { withMarks: false })).toHaveLength(4)
    expect(found('Đảng đang', 'dang', { withMarks: false })).toEqual(['Đảng', 'đang'])
  })

  it('[E8] whole words and capitals when they are asked for', () => {
    expect(found('chi bộ, chi bộ1, xchi bộ', 'chi bộ', { wholeWords: true })).toEqual(['chi bộ'])
    expect(found('Chi bộ chi bộ', 'chi bộ', { withCase: true })).toEqual(['chi bộ'])
    expect(found('một\u00a0hai', 'một hai')).toHaveLength(1)
  })

  const syllable = fc.constantFrom(
    ...'hoà hòa hoa thuỷ thủy khoẻ khỏe đảng bộ quý hoàn e\u0323\u0302 X 12 👍 a\u030a'.split(' '),
  )
  const text = fc
    .array(fc.oneof(syllable, fc.constantFrom(' ', ', ', '\n')))
    .map((all) => all.join(''))
  const wish = fc.record({
    words: fc.array(syllable, { minLength: 1, maxLength: 2 }).map((all) => all.join(' ')),
    withMarks: fc.boolean(),
    withCase: fc.boolean(),
    wholeWords: fc.boolean(),
  })
  /** As the rule says it, in another way: tones of a pair in one place, all composed. */
  const flat = (words: string, { withMarks, withCase }: Wish) => {
    const one = withCase ? words : words.toLowerCase()
    if (!withMarks) return bareLetters(one)
    return one
      .normalize('NFD')
      .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])/gi, '$1$3$2')
      .replace(/\s/g, ' ')
  }

  it('[E8] every hit is what was asked for, whole letters, from left to right, none over another', () => {
    fc.assert(
      fc.property(text, wish, (written, asked) => {
        const letters = lettersOf(written)
        const starts = new Set(letters.map(({ from }) => from))
        let end = 0
        for (const [from, to] of findText(letters, asked)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(starts.has(from)).toBe(true)
          expect(starts.has(to) || to === written.length).toBe(true)
          const hit = flat(written.slice(from, to), asked)
          const next = flat(written.slice(from, to + 2), asked)
          const isSame = [hit, next].some((one) => one.startsWith(flat(asked.words, asked)))
          if (asked.withCase && !asked.withMarks) {
            expect(bareLetters(written.slice(from, to))).toBe(bareLetters(asked.words))
          } else expect(isSame).toBe(true)
          end = to
        }
      }),
    )
  })

  it('[E8] what is put into a text between blanks is found there', () => {
    fc.assert(
      fc.property(text, text, wish, (before, after, asked) => {
        const written = `${before} ${asked.words} ${after}`
        const hits = findText(lettersOf(written), asked)
        const at = before.length + 1
        const isThere = hits.some(([from, to]) => from < at + asked.words.length && to > at)
        expect(isThere).toBe(true)
      }),
    )
  })

  it('[E9] replacing changes no letter at either end that stays', () => {
    fc.assert(
      fc.property(text, text, (old, now) => {
        const { from, to, put } = changedPart(old, now)
        expect(old.slice(0, from) + put + old.slice(to)).toBe(now)
      }),
    )
    expect(changedPart('chi bộ', 'chi uỷ')).toEqual({ from: 4, to: 6, put: 'uỷ' })
  })
})
