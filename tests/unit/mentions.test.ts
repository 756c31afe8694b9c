// People named by `@username`: what is a mention and what is not, and finding the person meant.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMention, peopleMeant } from '../../client/pieces/comments/mention-search'
import { bareLetters } from '../../shared/bare-letters'
import { mentionsIn, partsOf, withNames } from '../../shared/mentions'
import type { PublicPerson } from '../../shared/records/person'

const cell = new Set(['lam', 'hanh', 'hanh2', 'an.nv', 'le-na'])

describe('[N1] mentions', () => {
  it.each([
    ['Nhờ @lam xem lại', ['lam']],
    ['@lam', ['lam']],
    ['(@lam), @hanh: xin ý kiến; @lam!', ['lam', 'hanh']],
    ['Nhờ @lam.', ['lam']],
    ['Nhờ @an.nv.', ['an.nv']],
    ['@le-na- và @le-na', ['le-na']],
    ['@Lam @HANH', ['lam', 'hanh']],
    ['“@hanh2” khác @hanh', ['hanh2', 'hanh']],
    ['dòng một\n@hanh', ['hanh']],
    // A Vietnamese comma or dash right after the name.
    ['@lam– @hanh… @hanh2,', ['lam', 'hanh', 'hanh2']],
  ])('are found in %j', (text, found) => {
    expect(mentionsIn(text, cell)).toEqual(found)
  })

  it.each([
    'gửi tới phong@lam.vn',
    'gửi tới phòng@lam',
    'x.y-z+1@hanh',
    '@lam@truong.edu.vn',
    '@lamm',
    '@lạm',
    '@khong',
    '@ lam',
    'https://x.vn/@lam',
    '@lam_a',
    '@@lam',
    '@an.nvx',
    '@lam.hanh',
    // Decomposed letters: the mark stands after the name's last letter.
    '@lam\u0301',
    'thư\u0323@lam',
    '',
  ])('are not found in %j', (text) => {
    expect(mentionsIn(text, cell)).toEqual([])
  })

  it('are the same in composed and decomposed text', () => {
    const words = fc.constantFrom(
      'đồng chí ',
      'ý kiến ',
      '@lam ',
      '@lâm ',
      'ở@hanh ',
      '@hanh,',
      'ạ',
    )
    fc.assert(
      fc.property(fc.array(words), (said) => {
        const text = said.join('')
        expect(mentionsIn(text.normalize('NFD'), cell)).toEqual(
          mentionsIn(text.normalize('NFC'), cell),
        )
      }),
    )
  })

  it('part a text without losing a letter of it', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('@lam', '@an.nv.', ' ', 'ộ', '@hanh'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const parts = partsOf(text, cell)
        const again = parts.map((part) => (typeof part === 'string' ? part : `@${part.username}`))
        expect(again.join('').toLowerCase()).toBe(text.toLowerCase())
        for (const part of parts) {
          if (typeof part !== 'string') expect(cell.has(part.username)).toBe(true)
        }
      }),
    )
  })

  it('become names where there are no chips', () => {
    const names = new Map([['lam', 'Nguyễn Văn Lâm']])
    expect(withNames('Nhờ @lam. Gửi a@lam.vn', names)).toBe('Nhờ Nguyễn Văn Lâm. Gửi a@lam.vn')
  })
})

const person = (
  username: string,
  name: string,
  more: Partial<PublicPerson> = {},
): PublicPerson => ({
  ...{ id: username, username, name, posts: ['member'], disabled: false, active: true },
  ...more,
})
const people = [
  person('nga', 'Nguyễn Thị Hồng Nga'),
  person('lam', 'Nguyễn Văn Lâm'),
  person('tuan', 'Đặng Minh Tuấn'),
  person('dinh', 'Trương Công Định'),
  person('khanh.l', 'Lâm Quốc Khánh'),
  person('kythuat', 'Phan Hữu Kỳ', { posts: ['technician'] }),
  person('cu', 'Lâm Thị Cũ', { disabled: true }),
  person('khach', 'Lý Quang Vinh', { posts: [] }),
]
const meant = (sought: string, me = 'nga') =>
  peopleMeant(people, sought, me).map(({ username }) => username)

describe('the person meant after @', () => {
  it('is found with and without marks, composed or not, đ as d', () => {
    for (const sought of ['lam', 'lâm', 'Lâm', 'LÂM', 'lâm'.normalize('NFD'), 'la']) {
      expect(meant(sought)).toEqual(['lam', 'khanh.l'])
    }
    expect(meant('đặng')).toEqual(['tuan'])
    expect(meant('dang')).toEqual(['tuan'])
    expect(meant('Định')).toEqual(['dinh'])
    expect(meant('nguyen van l')).toEqual(['lam'])
    expect(meant('khanh.')).toEqual(['khanh.l'])
    expect(meant('xyz')).toEqual([])
    // The middle of a word is not its beginning.
    expect(meant('uan')).toEqual([])
  })

  it('is never oneself, a technician, or someone locked out; everyone else at first', () => {
    expect(meant('')).toEqual(['dinh', 'khanh.l', 'lam', 'tuan', 'khach'])
    expect(meant('', 'lam')).not.toContain('lam')
    expect(meant('ky')).toEqual([])
    expect(meant('cu')).toEqual([])
  })

  it('is done when the name is typed in full and left by a blank', () => {
    expect(meant('lam ')).toEqual([])
    expect(meant('van ')).toEqual(['lam'])
  })

  it('[N1] is asked for at an @ that begins a word, up to the caret', () => {
    expect(openMention('Nhờ @la', 7)).toEqual({ at: 4, sought: 'la' })
    expect(openMention('Nhờ @la', 5)).toEqual({ at: 4, sought: '' })
    expect(openMention('@', 1)).toEqual({ at: 0, sought: '' })
    expect(openMention('(@lâm', 5)).toEqual({ at: 1, sought: 'lâm' })
    expect(openMention('Nhờ @la', 3)).toBeNull()
    expect(openMention('phong@la', 8)).toBeNull()
    expect(openMention('phòng@la', 8)).toBeNull()
    expect(openMention('@lam\nđồng ý', 11)).toBeNull()
    expect(openMention('@ lam', 5)).toBeNull()
    expect(openMention(`@${'a'.repeat(60)}`, 61)).toBeNull()
  })

  it('is folded to letters without marks', () => {
    expect(bareLetters('Đường lối ĐỔI MỚI')).toBe('duong loi doi moi')
  })
})
