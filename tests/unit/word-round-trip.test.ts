// [I9] A version saved as Word and imported back is the same text.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import { readWord } from '../../server/word/read-word'
import { canonical } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { anyForm, printed } from '../kit/random-form'
import { anyPaper } from '../kit/random-paper'
import { versionOf } from '../kit/version-samples'

async function back(doc: PaperNode): Promise<PaperNode> {
  const { facts, text } = versionOf(doc)
  const file = await version({ form: 'docx', paper: { facts, text } })
  const { content } = await readWord(file)
  return canonical({ type: 'doc', content })
}

const runs = Number(process.env.RUNS ?? 25)
const seed = Number(process.env.SEED ?? 2026)
const hasWords = (doc: PaperNode) => JSON.stringify(printed(doc)).includes('"text":')

describe('a paper saved as Word and imported', { timeout: 600_000 }, () => {
  it('is the same, of any kind that people write', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaper.filter(hasWords), async (doc) => {
        expect(await back(doc)).toEqual(printed(doc))
      }),
      { numRuns: runs, seed },
    )
  })

  it('is the same with lists in lists, spans, links, alignments and breaks', async () => {
    await fc.assert(
      fc.asyncProperty(anyForm.filter(hasWords), async (doc) => {
        expect(await back(doc)).toEqual(printed(doc))
      }),
      { numRuns: runs, seed },
    )
  })
})
