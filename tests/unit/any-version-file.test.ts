// [X1] Any paper at all as Word and PDF: its words are all there, its tables fit.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import type { PaperNode } from '../../shared/document/outline'
import { anyPaper, nodesOf } from '../kit/random-paper'
import { readPdf } from '../kit/read-pdf'
import { unzip } from '../kit/unzip'
import { paragraph, versionOf } from '../kit/version-samples'

const textIn = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('')
const unescaped = (words: string) =>
  words
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

describe('any paper', { timeout: 300_000 }, () => {
  it('keeps all its words, in their order, in Word', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaper, async (doc) => {
        const { facts, text } = versionOf(doc)
        const files = unzip(await version({ form: 'docx', paper: { facts, text } }))
        const shown = unescaped(textIn(files.get('word/document.xml') ?? ''))
        let at = 0
        for (const node of nodesOf(JSON.parse(text) as PaperNode)) {
          if (!node.text) continue
          const found = shown.indexOf(node.text, at)
          expect(found, node.text).toBeGreaterThanOrEqual(at)
          at = found + node.text.length
        }
      }),
      { numRuns: 40, seed: Number(process.env.SEED ?? 2026) },
    )
  })

  it('is made whatever its tables claim of their spans', async () => {
    const cell = (colspan: number, rowspan: number) => ({
      type: 'tableCell',
      attrs: { colspan, rowspan, colwidth: [10_000, 0, null] },
      content: [paragraph('ô')],
    })
    const span = fc.constantFrom(1, 2, 3, 30, 1000)
    const row = fc.array(fc.tuple(fc.constantFrom(1, 2, 5), span), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
        const content = rows.map((cells) => ({
          type: 'tableRow',
          content: cells.map(([colspan, rowspan]) => cell(colspan, rowspan)),
        }))
        const doc = { type: 'doc', content: [{ type: 'table', content }] }
        const count = rows.flat().length
        const word = unzip(await version({ form: 'docx', paper: versionOf(doc) }))
        const xml = word.get('word/document.xml') ?? ''
        expect(xml.match(/>ô</g)?.length ?? 0).toBe(count)
        const pdf = readPdf(await version({ form: 'pdf', paper: versionOf(doc) }))
        expect(pdf.pages.join(' ').match(/ô(?= |$)/g)?.length ?? 0).toBeGreaterThanOrEqual(count)
      }),
      { numRuns: 20 },
    )
  })
})
