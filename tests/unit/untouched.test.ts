// [I3] A paper that only holds a template is as good as empty: nothing that anybody wrote is there.
import { describe, expect, it } from 'vitest'
import type { PaperNode } from '../../shared/document/outline'
import { fill } from '../../shared/templates/fill'
import { templateKinds } from '../../shared/templates/kinds'
import { originalOf } from '../../shared/templates/originals'
import { isUntouched } from '../../shared/templates/untouched'

const written = (text: string): PaperNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})
const every = templateKinds.flatMap((kind) =>
  (['vi', 'en'] as const).map((language) => [kind, language] as const),
)

describe('a paper of nothing but a template', () => {
  it.each(every)('is untouched: %s in %s, whatever fills its fields', (kind, language) => {
    const template = originalOf(kind, language)
    for (const doc of [fill(template, {}), fill(template, { topic: 'Chuyển đổi số (2026) *' })]) {
      expect(isUntouched(doc, [])).toBe(true)
      const more = { ...doc, content: [...(doc.content ?? []), written('Một câu')] }
      expect(isUntouched(more, [])).toBe(false)
    }
  })

  it("is known by the cell's own template too", () => {
    const own = { type: 'doc', content: [written('Mẫu của chi bộ {{chuyên đề}}')] }
    const doc = { type: 'doc', content: [written('Mẫu của chi bộ Chuyển đổi số')] }
    expect(isUntouched(doc, [])).toBe(false)
    expect(isUntouched(doc, [own])).toBe(true)
    expect(isUntouched({ type: 'doc', content: [{ type: 'paragraph' }] }, [])).toBe(true)
  })
})
