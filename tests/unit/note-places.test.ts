// Where a note's words stand in a text as it is now: by position, by quote, or nowhere.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedRange, flatPaper, placeOfNote } from '../../client/pieces/notes/find-words'
import type { PaperNode } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'

const paragraph = (...runs: string[]): PaperNode => ({
  type: 'paragraph',
  content: runs.filter(Boolean).map((text) => ({ type: 'text', text })),
})
const paper = (...content: PaperNode[]): PaperNode => ({ type: 'doc', content })
const wordsOf = (doc: PaperNode) => {
  const node = paperSchema.nodeFromJSON(doc)
  return ({ from, to }: { from: number; to: number }) => node.textBetween(from, to, '\n', '\n')
}
const placeIn = (doc: PaperNode, note: { quote: string; before: string; after: string }) =>
  placeOfNote(note, null, wordsOf(doc), () => flatPaper(doc))

describe('[N5] a note', () => {
  it('is found by its quote and what stood around it, wherever that has gone', () => {
    const word = fc.constantFrom('nghị quyết', 'chi bộ', 'đảng viên', 'số liệu', 'tủ sách')
    const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), words, words, words, (others, a, quote, b) => {
        const doc = paper(...others.map((text) => paragraph(text)), {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [paragraph(`${a} <`, quote, `> ${b}`)] }],
        })
        const { range, isChanged } = placeIn(doc, {
          quote,
          before: `${a} <`.slice(-32),
          after: `> ${b}`.slice(0, 32),
        })
        expect(isChanged).toBe(false)
        expect(range && wordsOf(doc)(range)).toBe(quote)
      }),
    )
  })

  it('stands by its positions while its words are there', () => {
    const doc = paper(paragraph('một hai ba'))
    const note = { quote: 'hai', before: '', after: '' }
    const place = placeOfNote(note, { from: 5, to: 8 }, wordsOf(doc), () => flatPaper(doc))
    expect(place).toEqual({ range: { from: 5, to: 8 }, isChanged: false })
  })

  it('says that its words have changed, or are gone, rather than stand at others', () => {
    const doc = paper(paragraph('một hai ba bốn năm'), paragraph('hai mươi'))
    const note = { quote: 'hai mốt', before: 'trước hết là một ', after: ' rồi sau đó là ba' }
    const changed = placeOfNote(note, { from: 5, to: 8 }, wordsOf(doc), () => flatPaper(doc))
    expect(changed).toEqual({ range: { from: 5, to: 8 }, isChanged: true })
    expect(placeIn(doc, note)).toEqual({ range: null, isChanged: true })
    // The same words elsewhere are not the ones that were meant.
    const elsewhere = { quote: 'hai', before: 'quyết nghị số ', after: ' của năm trước' }
    expect(placeIn(doc, elsewhere)).toEqual({ range: null, isChanged: true })
  })

  it('on a version stands only inside its text', () => {
    const doc = paper(paragraph('một hai ba'))
    expect(fixedRange({ from: 5, to: 8 }, doc)).toEqual({ from: 5, to: 8 })
    expect(fixedRange({ from: 5, to: 800 }, doc)).toBeNull()
    expect(fixedRange({ from: 8, to: 5 }, doc)).toBeNull()
    expect(fixedRange({ from: null, to: null }, doc)).toBeNull()
  })
})
