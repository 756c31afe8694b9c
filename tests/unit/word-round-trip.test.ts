// [I9] A version saved as Word and imported back is the same text.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import { readWord } from '../../server/word/read-word'
import { canonical } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { sourceOf } from '../../shared/document/picture'
import { type PaperStyle, paperStyles } from '../../shared/facts/cell'
import { drawing } from '../kit/pictures'
import { anyForm, printed } from '../kit/random-form'
import { anyPaper } from '../kit/random-paper'
import { fullPaper, versionOf } from '../kit/version-samples'

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function back(
  doc: PaperNode,
  style: PaperStyle = 'hd05',
  isNumbered = false,
): Promise<PaperNode> {
  const { facts, text } = versionOf(doc, { style, isNumbered })
  const file = await version({ form: 'docx', paper: { facts, text } })
  const { content } = await readWord(file)
  return canonical({ type: 'doc', content })
}

const runs = Number(process.env.RUNS ?? 25)
const seed = Number(process.env.SEED ?? 2026)
const hasWords = (doc: PaperNode) => JSON.stringify(printed(doc)).includes('"text":')

describe('a paper saved as Word and imported', { timeout: 600_000 }, () => {
  it('is the same, of any kind that people write', async () => {
    expect(await back(fullPaper)).toEqual(printed(fullPaper))
    await fc.assert(
      fc.asyncProperty(anyPaper.filter(hasWords), async (doc) => {
        expect(await back(doc)).toEqual(printed(doc))
      }),
      { numRuns: runs, seed },
    )
  })

  it('[I9] [P10] is the same in either form, numbered or not, with lists in lists, spans, links, alignments and breaks', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyForm.filter(hasWords),
        fc.constantFrom(...paperStyles),
        fc.boolean(),
        async (doc, style, isNumbered) => {
          expect(await back(doc, style, isNumbered)).toEqual(printed(doc))
        },
      ),
      { numRuns: runs, seed },
    )
  })

  it('has the same pictures, with their captions and descriptions, also in a table', async () => {
    const [red, wide] = [
      new Uint8Array(await drawing(40, 20)),
      new Uint8Array(await drawing(90, 30)),
    ]
    const image = (bytes: Uint8Array, more: Record<string, string>) => ({
      type: 'image',
      attrs: { src: sourceOf(digestOf(bytes)), ...more },
    })
    const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
    const cell = { type: 'tableCell', content: [image(wide, { alt: 'Dải đỏ' })] }
    const content: PaperNode[] = [
      paragraph('Trước'),
      image(red, { alt: 'Ô đỏ', caption: 'Hình 1: Ô' }),
      { type: 'paragraph' },
      { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
      paragraph('Sau'),
    ]
    const { facts, text } = versionOf({ type: 'doc', content })
    const pictures = new Map([red, wide].map((bytes) => [digestOf(bytes), bytes]))
    const file = await version({ form: 'docx', paper: { facts, text, pictures } })
    const found = await readWord(file)
    expect(canonical({ type: 'doc', content: found.content })).toEqual(
      canonical({ type: 'doc', content }),
    )
    expect(found.pictures.map(({ sha256 }) => sha256)).toEqual([...pictures.keys()])
  })
})
