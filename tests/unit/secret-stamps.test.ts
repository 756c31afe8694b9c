// [I7] The stamp of a state secret in a line of its own is seen; the word in a sentence is none.
import { describe, expect, it } from 'vitest'
import { secretStampIn } from '../../shared/document/secret-stamps'

describe('the stamp of a state secret', () => {
  it.each([
    ['MẬT', 'MẬT'],
    ['TỐI MẬT', 'TỐI MẬT'],
    ['TUYỆT MẬT', 'TUYỆT MẬT'],
    ['Tuyệt mật', 'TUYỆT MẬT'],
    ['  [ TỐI  MẬT ]  ', 'TỐI MẬT'],
    ['M Ậ T', 'MẬT'],
    ['T U Y Ệ T   M Ậ T', 'TUYỆT MẬT'],
    ['Độ mật: Mật', 'MẬT'],
    ['Mức độ mật: tối mật', 'TỐI MẬT'],
    ['— MẬT —', 'MẬT'],
    ['ĐẢNG BỘ XÃ\nMẬT\nBÁO CÁO', 'MẬT'],
    ['MẬT'.normalize('NFD'), 'MẬT'],
  ])('stands in %j', (text, stamp) => {
    expect(secretStampIn(text)).toBe(stamp)
  })

  it.each([
    '',
    'Mật',
    'mật ong',
    'BẢO MẬT',
    'Chi bộ bảo vệ bí mật nhà nước.',
    'Tài liệu MẬT phải được giao tận tay.',
    'Độ mật: công khai',
    'Độ mật: nội bộ',
    'MẬT KHẨU',
    'THÂN MẬT',
  ])('does not stand in %j', (text) => {
    expect(secretStampIn(text)).toBeNull()
  })
})
