// The templates are papers that the schema takes, with the headings of the form.
import { describe, expect, it } from 'vitest'
import { plainText } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import { templateOf } from '../../shared/document/templates'
import { papers } from '../../shared/rights'

const facts = { topic: 'Chuyển đổi số', quarter: 4, year: 2026 }

describe('templateOf', () => {
  it.each(papers)('gives a %s that the schema takes', (paper) => {
    const content = templateOf(paper, facts)
    expect(() => paperSchema.nodeFromJSON({ type: 'doc', content }).check()).not.toThrow()
  })
  it('fills the topic, the quarter and the year', () => {
    const texts = (paper: (typeof papers)[number]) => templateOf(paper, facts).map(plainText)
    expect(texts('outline')[1]).toBe('chuyên đề “Chuyển đổi số”')
    expect(texts('draft')[1]).toBe('chuyên đề “Chuyển đổi số”')
    expect(texts('minutes')[1]).toBe('sinh hoạt chuyên đề quý IV năm 2026')
    for (const paper of papers) expect(texts(paper).join()).not.toMatch(/[{}]/)
  })
  it('has the sections of the form', () => {
    const sections = (paper: (typeof papers)[number]) =>
      templateOf(paper, facts).filter(({ type, attrs }) => type === 'heading' && attrs?.level === 1)
    expect(sections('outline').map(plainText)).toEqual([
      'I- Mục đích, yêu cầu',
      'II- Căn cứ',
      'III- Nội dung chính',
      'IV- Câu hỏi gợi ý thảo luận',
      'V- Tiến độ',
    ])
    expect(sections('draft')).toHaveLength(6)
    expect(sections('minutes')).toHaveLength(5)
  })
})
