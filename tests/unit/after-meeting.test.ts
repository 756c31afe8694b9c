// What follows the meeting, as pure rules: scores, the order of tasks, lines and rows put into a template.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PaperNode, plainText } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import { afterPapers, isClosed } from '../../shared/facts/after-meeting'
import { scoreOf } from '../../shared/facts/self-score'
import { inOrder, isLate, taskStates } from '../../shared/facts/task'
import { text, vietnamese } from '../../shared/i18n/text'
import { type Material, papersOf, producedPaper } from '../../shared/papers/after-papers'
import { fill } from '../../shared/templates/fill'
import { originalOf } from '../../shared/templates/originals'
import { withLines, withRows } from '../../shared/templates/sections'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const task = fc.record({
  state: fc.constantFrom(...taskStates),
  dueOn: fc.option(day, { nil: null }),
})
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })

describe('tasks', () => {
  it('[Z9] stand in order: those done last, late ones first; none is lost', () => {
    fc.assert(
      fc.property(fc.array(task), day, (tasks, today) => {
        const sorted = inOrder(tasks)
        expect(new Set(sorted)).toEqual(new Set(tasks))
        const rank = (one: (typeof tasks)[number]) =>
          one.state === 'done' ? 2 : isLate(one, today) ? 0 : 1
        const ranks = sorted.map(rank)
        expect(ranks).toEqual([...ranks].sort())
      }),
    )
  })
})

describe('the score', () => {
  it('[Z2] is the sum of its points, and a better point never makes a worse grade', () => {
    const order = ['poor', 'average', 'fair', 'good']
    const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(points, (given) => {
        const scores = given.map((one) => ({ name: 'x', most: 10, points: one }))
        const better = scores.map((one, i) => (i === 0 ? { ...one, points: one.points + 1 } : one))
        const [before, after] = [scoreOf({ scores }), scoreOf({ scores: better })]
        expect(after.points).toBe(before.points + 1)
        expect(order.indexOf(after.grade)).toBeGreaterThanOrEqual(order.indexOf(before.grade))
      }),
    )
  })
})

describe('the minutes', () => {
  it('[Z4] are closed when both seats have signed, and not before', () => {
    const signed = { versionId: 'v', number: 1, sha256: 'a', agreedAt: '2026-01-01T00:00:00.000Z' }
    const by = (...seats: ('chair' | 'minutesTaker')[]) => ({
      ...signed,
      by: seats.map((seat) => ({ username: 'nga', seat, at: signed.agreedAt })),
    })
    expect([null, by(), by('chair'), by('minutesTaker')].map(isClosed)).toEqual(
      Array(4).fill(false),
    )
    expect(isClosed(by('chair', 'minutesTaker'))).toBe(true)
  })
})

describe('a template that is filled', () => {
  const conclusion = fill(originalOf('conclusion'), {})
  const check = (paper: PaperNode) => paperSchema.nodeFromJSON(paper).check()

  it('[Z7] takes any lines and rows, stays a paper, and keeps every word it had', () => {
    fc.assert(
      fc.property(fc.array(words), fc.array(fc.array(words, { maxLength: 4 })), (lines, rows) => {
        const paper = withRows(withLines(conclusion, /danh gia/, lines), /nhiem vu/, rows)
        expect(() => check(paper)).not.toThrow()
        const after = plainText(paper)
        for (const line of plainText(conclusion).split('\n')) expect(after).toContain(line)
        for (const word of [...lines, ...rows.flat()]) {
          for (const part of word.split('\n')) expect(after).toContain(part.trim())
        }
      }),
    )
  })

  it('[Z7] is a paper of the schema for every kind, and a resolution asks for a majority', () => {
    const vote = {
      id: 'v',
      sessionId: 's',
      question: 'Ra nghị quyết',
      way: 'hands',
      state: 'closed',
      openedAt: '2026-01-01T00:00:00.000Z',
      closedAt: '2026-01-01T00:00:00.000Z',
      entitled: 4,
      counts: { for: 2, against: 2, other: 0 },
    } as const
    const material: Material = {
      conclusion: [
        { id: 'a', kind: 'task', body: 'Việc\nhai', answer: '', responsible: 'nga', dueOn: null },
      ],
      opinions: [],
      votes: [vote],
      rows: [],
      selfScore: null,
      present: 4,
      called: 5,
      versions: 2,
      nameOf: (username) => username,
      t: text(vietnamese),
    }
    for (const language of ['vi', 'en'] as const) {
      for (const kind of afterPapers) {
        const template = fill(originalOf(kind, language), {})
        expect(() => check(producedPaper(kind, template, material))).not.toThrow()
      }
    }
    expect(papersOf(material)).not.toContain('resolution')
    const won = { ...material, votes: [{ ...vote, counts: { for: 3, against: 1, other: 0 } }] }
    expect(papersOf(won)).toContain('resolution')
    const english = (kind: 'conclusion' | 'report') =>
      plainText(producedPaper(kind, fill(originalOf(kind, 'en'), {}), won))
    expect(english('conclusion')).toContain('nga')
    expect(english('report')).toContain('Ra nghị quyết')
  })
})
