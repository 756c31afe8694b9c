// How long it takes to say what changed between two papers, and to make the one of the other.
import * as Y from 'yjs'
import { rewritten } from '../../server/rooms/copy-worker'
import { writable } from '../../server/rooms/rewrite'
import { changesBetween } from '../../shared/changes/changes'
import { canonical } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { seeded } from '../kit/seeded'
import { median, type Row, round } from './figures'

const random = seeded(11)
const dice = (n: number) => Math.floor(random() * n)
const syllables = [
  'chi',
  'bộ',
  'chuyển',
  'đổi',
  'số',
  'nhà',
  'trường',
  'giáo',
  'viên',
  'kế',
  'hoạch',
]
const word = () => `${syllables[dice(syllables.length)]}${dice(40) === 0 ? `-${dice(5000)}` : ''}`
const sentence = (n: number) => Array.from({ length: n }, word)

type Paragraphs = readonly (readonly string[])[]

const paper = (paragraphs: Paragraphs): PaperNode =>
  canonical({
    type: 'doc',
    content: paragraphs.map((words) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: words.join(' ') }],
    })),
  })

/** 300 paragraphs of some 330 letters. */
const first: Paragraphs = Array.from({ length: 300 }, () => sentence(70))
const revised = (share: number): Paragraphs => {
  const paragraphs = first.map((words) => words.map((one) => (random() < share ? word() : one)))
  for (let i = 0; i < 10; i++) {
    const [moved] = paragraphs.splice(dice(paragraphs.length), 1)
    if (moved) paragraphs.splice(dice(paragraphs.length), 0, moved)
  }
  return paragraphs
}

const cases = [
  { name: 'a day of revising', second: revised(0.03) },
  { name: 'every fourth word changed', second: revised(0.25) },
  { name: 'nothing in common but the language', second: first.map(() => sentence(70)) },
]

function times(work: () => unknown): number {
  const taken = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return median(taken)
}

export function changeRows(): Row[] {
  const a = paper(first)
  const letters = first.reduce((sum, words) => sum + words.join(' ').length, 0)
  const doc = new Y.Doc()
  const state = rewritten({
    state: [Y.encodeStateAsUpdate(doc)],
    wished: writable(a),
  }) as Uint8Array
  return cases.flatMap(({ name, second }) => {
    const b = paper(second)
    const compared = times(() => changesBetween(a, b))
    const made = times(() => rewritten({ state: [state], wished: writable(b) }))
    return [
      {
        what: `what changed between two papers of ${round(letters / 1000, 0)},000 letters: ${name}`,
        figure: `${round(compared, 0)} ms`,
        aim: { words: '≤ 1000 ms', isReached: compared <= 1000 },
      },
      { what: `the one made of the other, in a worker: ${name}`, figure: `${round(made, 0)} ms` },
    ]
  })
}
