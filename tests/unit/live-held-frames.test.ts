// What waits while a word is being composed: its order, its end, and what may pass under the hands.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { HeldFrames } from '../../client/pieces/live/held-frames'
import { harmlessTo } from '../../client/pieces/paper/composing-holds'

const anUpdate = new Uint8Array([0])

describe('frames held while a word is composed', () => {
  let applied: string[][] = []
  let held: HeldFrames
  let isComposing = true

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('window', globalThis)
    applied = []
    isComposing = true
    const runs: string[] = []
    held = new HeldFrames((frames) => {
      for (const run of frames) run()
      applied.push(runs.splice(0))
    })
    held.isComposing = () => isComposing
    take = (name, update = anUpdate) => held.take(() => runs.push(name), update)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  let take: (name: string, update?: Uint8Array | null) => void

  it('come in at once, in their order, soon after the word is finished', () => {
    for (const name of ['a', 'b', 'c']) take(name)
    vi.advanceTimersByTime(4000)
    expect(applied).toEqual([])
    isComposing = false
    held.released()
    take('d')
    vi.advanceTimersByTime(60)
    expect(applied).toEqual([['a', 'b', 'c', 'd']])
  })
  it('wait on when the next word has begun meanwhile', () => {
    take('a')
    held.released()
    vi.advanceTimersByTime(60)
    expect(applied).toEqual([])
  })
  it('wait while letters come, and then for the very end of the word', () => {
    held.harmless = (updates) => updates.length
    take('a')
    for (let i = 0; i < 20; i++) {
      vi.advanceTimersByTime(4000)
      held.touched()
    }
    expect(applied).toEqual([])
    isComposing = false
    held.released()
    vi.advanceTimersByTime(0)
    expect(applied).toEqual([['a']])
  })
  it('come in after five seconds without a letter as far as they leave the word alone; carets never do', () => {
    held.harmless = (updates) => Math.min(2, updates.length)
    take('caret', null)
    for (const name of ['a', 'b', 'beside the word', 'c']) take(name)
    vi.advanceTimersByTime(5000)
    expect(applied).toEqual([['a', 'b']])
    isComposing = false
    held.released()
    vi.advanceTimersByTime(60)
    expect(applied[1]).toEqual(['beside the word', 'c', 'caret'])
  })
  it('all come in when nobody goes on with the word for a minute', () => {
    take('a')
    vi.advanceTimersByTime(59_000)
    expect(applied).toEqual([])
    vi.advanceTimersByTime(6000)
    expect(applied).toEqual([['a']])
  })
  it('go with their connection', () => {
    take('a')
    held.drop()
    isComposing = false
    held.released()
    vi.advanceTimersByTime(120_000)
    expect(applied).toEqual([])
  })
})

describe('harmlessTo', () => {
  const paragraph = (words: string) => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(words)])
    return element
  }

  it('counts the updates before the first that changes the block', () => {
    const act = fc.record({ at: fc.nat(4), kind: fc.constantFrom('type', 'bold', 'add', 'remove') })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.nat(4), (acts, own) => {
        const mine = new Y.Doc()
        const root = mine.getXmlFragment('default')
        root.insert(0, ['một', 'hai', 'ba', 'bốn', 'năm'].map(paragraph))
        const theirs = new Y.Doc()
        Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
        const updates: Uint8Array[] = []
        theirs.on('update', (update: Uint8Array) => updates.push(update))
        const elements = theirs.getXmlFragment('default').toArray() as Y.XmlElement[]
        const block = (root.get(own) as Y.XmlElement)._item as Y.Item
        const removed = new Set<number>()
        let expected: number | null = null
        for (const { at, kind } of acts) {
          if (removed.has(at)) continue
          const text = (elements[at] as Y.XmlElement).get(0) as Y.XmlText
          if (kind === 'type') text.insert(1, 'x')
          else if (kind === 'bold') text.format(0, 2, { bold: {} })
          else if (kind === 'add') theirs.getXmlFragment('default').insert(0, [paragraph('mới')])
          else {
            removed.add(at)
            theirs.getXmlFragment('default').forEach((element, index) => {
              if (element === elements[at]) theirs.getXmlFragment('default').delete(index, 1)
            })
          }
          if (at === own && kind !== 'add') expected ??= updates.length - 1
        }
        expect(harmlessTo(mine, block.id, updates)).toBe(expected ?? updates.length)
      }),
    )
  })
})
