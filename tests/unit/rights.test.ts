// The table of rights as data: held against the domain's table, and the properties of `can`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Act, acts, can, isOpen, type Right, rights } from '../../shared/rights'
import type { Post, Seat, Standing } from '../../shared/roles'
import { rulesPage } from '../../shared/rules-page'
import { moves, type Stage, stages } from '../../shared/stages'
import {
  type DomainAct,
  type DomainRow,
  domainTable,
  postNames,
  type Role,
  seatNames,
  stageNames,
} from '../kit/domain-table'

const page = readFileSync(join(import.meta.dirname, '../../docs/rules.md'), 'utf8')
const domainActs = Object.keys(domainTable) as DomainAct[]
const roles: readonly Role[] = [...postNames, ...seatNames]

/** The cells of the printed table under a heading: row name → column name → marked. */
function printed(heading: string): Map<string, Map<string, string>> {
  const section = page.split(`### ${heading}\n`)[1]?.split('\n### ')[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  const [head = '', , ...rows] = lines
  const columns = cells(head)
  return new Map(
    rows.map((line) => {
      const row = cells(line)
      const name = (row[0] ?? '').replaceAll('`', '')
      return [name, new Map(columns.map((column, i) => [column, row[i] ?? '']))]
    }),
  )
}

const day = 86_400_000
const now = Date.UTC(2189, 0, 1)
const aroundNow = {
  opensAt: new Date(now - day).toISOString(),
  closesAt: new Date(now + day).toISOString(),
}
const longAgo = {
  opensAt: new Date(now - 3 * day).toISOString(),
  closesAt: new Date(now - 2 * day).toISOString(),
}
const open = { outline: aroundNow, draft: aroundNow }
const closed = { outline: longAgo, draft: longAgo }

const anyAct = fc.constantFrom(...acts)
const anyStage = fc.constantFrom(...stages)
const anyStanding: fc.Arbitrary<Standing> = fc.record({
  posts: fc.subarray([...postNames] as Post[]),
  seats: fc.subarray([...seatNames] as Seat[]),
  holdsProjector: fc.boolean(),
  isAuthor: fc.boolean(),
  isResponsible: fc.boolean(),
})
const anyWindows = fc.record({
  outline: fc.constantFrom(aroundNow, longAgo),
  draft: fc.constantFrom(aroundNow, longAgo),
})
const rowOf = (act: Act): Right => rights[act]

describe('the printed tables', () => {
  it('are what the program prints today', () => {
    const between = page.split('<!-- printed by npm run rules -->')[1]?.split('<!-- end -->')[0]
    // How wide a column is set is the formatter's business.
    const plain = (text = '') => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---').trim()
    expect(plain(between)).toBe(plain(rulesPage()))
  })

  it('have exactly the acts of the domain', () => {
    expect([...printed('Who').keys()].sort()).toEqual([...domainActs].sort())
    expect([...printed('When').keys()].sort()).toEqual([...domainActs].sort())
  })

  it.each(domainActs)('say of %s who and when, as the domain does', (act) => {
    const row: DomainRow = domainTable[act]
    const who = printed('Who').get(act)
    const when = printed('When').get(act)
    for (const role of roles) {
      const isMarked = row.who.includes(role) && !row.handedTo?.includes(role)
      expect([role, who?.get(role)]).toEqual([role, isMarked ? '●' : ''])
    }
    for (const stage of stageNames) {
      expect([stage, when?.get(stage)]).toEqual([stage, row.when.includes(stage) ? '●' : ''])
    }
    const condition = who?.get('on condition') ?? ''
    expect(condition.includes('window')).toBe(row.window !== undefined)
    if (row.window) expect(condition).toContain(`the ${row.window} window`)
    expect(condition.includes('author')).toBe(row.author === true)
    expect(condition.includes('agreed')).toBe(row.untilAgreed === true)
    expect(condition.includes('own task')).toBe(row.responsible === true)
    for (const seat of row.handedTo ?? []) expect(condition).toContain(seat)
  })

  it('have the moves of the domain', () => {
    const table = printed('Moves')
    expect(table.get('freeze')?.get('from')).toBe('draft')
    const asPrinted = [...table].map(([act, row]) => [act, row.get('from'), row.get('to')])
    expect(asPrinted).toEqual([
      ['assign', 'planned', 'outline'],
      ['startDraft', 'outline', 'draft'],
      ['pass', 'draft', 'draft'],
      ['freeze', 'draft', 'frozen'],
      ['reopen', 'frozen', 'draft'],
      ['open', 'frozen', 'inSession'],
      ['close', 'inSession', 'revising'],
      ['submit', 'revising', 'submitted'],
      ['approve', 'submitted', 'approved'],
      ['return', 'submitted', 'revising'],
      ['archive', 'approved', 'archived'],
    ])
    expect(asPrinted).toEqual(Object.entries(moves).map(([act, { from, to }]) => [act, from, to]))
  })
})

describe('can', () => {
  it.each(domainActs)('decides %s for every single role at every stage', (act) => {
    const row: DomainRow = domainTable[act]
    for (const role of roles) {
      const isPost = (postNames as readonly string[]).includes(role)
      const who: Standing = {
        posts: isPost ? [role as Post] : [],
        seats: isPost ? [] : [role as Seat],
        isAuthor: true,
        isResponsible: true,
      }
      const isTheirs = row.who.includes(role) && !row.handedTo?.includes(role)
      for (const stage of stageNames) {
        const isNow = row.when.includes(stage)
        const decided = isTheirs ? isNow || 'not-now' : 'not-yours'
        expect([role, stage, can(act, who, { stage, windows: open, now })]).toEqual([
          role,
          stage,
          decided,
        ])
        const late = decided === true && row.window ? 'window-closed' : decided
        expect(can(act, who, { stage, windows: closed, now })).toBe(late)
      }
    }
  })

  it('[R1] refuses an act without a row', () => {
    fc.assert(
      fc.property(fc.string(), anyStanding, anyStage, (name, who, stage) => {
        fc.pre(!domainActs.includes(name as DomainAct))
        expect(can(name as Act, who, { stage, windows: open, now })).toBe('not-yours')
      }),
    )
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'vote']) {
      const who: Standing = {
        posts: [...postNames],
        seats: [...seatNames],
        isAuthor: true,
        isResponsible: true,
      }
      expect(can(name as Act, who, { stage: 'draft', windows: open, now })).toBe('not-yours')
    }
  })

  it('[R2] says not-yours whatever the stage and the window', () => {
    fc.assert(
      fc.property(anyAct, anyStanding, anyWindows, (act, who, windows) => {
        const answers = stages.map((stage) => can(act, who, { stage, windows, now }))
        const refused = answers.filter((answer) => answer === 'not-yours')
        expect([0, stages.length]).toContain(refused.length)
      }),
    )
  })

  it('[R3] asks for the stage before the window, and for the window only where there is one', () => {
    fc.assert(
      fc.property(anyAct, anyStanding, anyStage, anyWindows, (act, who, stage, windows) => {
        const withOpen = can(act, who, { stage, windows: open, now })
        const answer = can(act, who, { stage, windows, now })
        const { window } = rowOf(act)
        const isShut = window !== undefined && !isOpen(windows[window], now)
        expect(answer).toBe(withOpen === true && isShut ? 'window-closed' : withOpen)
      }),
    )
  })

  it('gives more to no one for holding less', () => {
    const rank = { 'not-yours': 0, 'not-now': 1, 'window-closed': 2, true: 3 } as const
    fc.assert(
      fc.property(
        anyAct,
        anyStanding,
        anyStanding,
        anyStage,
        anyWindows,
        (act, who, more, stage, windows) => {
          const both: Standing = {
            posts: [...new Set([...who.posts, ...more.posts])],
            seats: [...new Set([...who.seats, ...more.seats])],
            holdsProjector: who.holdsProjector || more.holdsProjector || false,
            isAuthor: who.isAuthor || more.isAuthor || false,
            isResponsible: who.isResponsible || more.isResponsible || false,
          }
          const where = { stage: stage as Stage, windows, now }
          const less = rank[String(can(act, who, where)) as keyof typeof rank]
          const full = rank[String(can(act, both, where)) as keyof typeof rank]
          expect(full).toBeGreaterThanOrEqual(less)
        },
      ),
    )
  })

  it('lets presenter and minutes-taker project only while handed the projector', () => {
    for (const seat of ['presenter', 'minutesTaker'] as const) {
      const where = { stage: 'inSession', windows: open, now } as const
      expect(can('project', { posts: ['member'], seats: [seat] }, where)).toBe('not-yours')
      const handed = { posts: ['member'], seats: [seat], holdsProjector: true } as const
      expect(can('project', handed, where)).toBe(true)
    }
    const visitor: Standing = { posts: ['member'], seats: ['coAuthor'], holdsProjector: true }
    expect(can('project', visitor, { stage: 'inSession', windows: open, now })).toBe('not-yours')
  })

  it('[Z3][Z12] lets nobody write the minutes that were agreed, nor change what they hold', () => {
    const who: Standing = { posts: [...postNames], seats: [...seatNames] }
    const where = { stage: 'inSession', windows: open, now } as const
    for (const act of domainActs) {
      const agreed = can(act, who, { ...where, minutesAgreed: true })
      const isHeld = rowOf(act).untilAgreed && can(act, who, where) === true
      expect([act, agreed]).toEqual([act, isHeld ? 'minutes-agreed' : can(act, who, where)])
    }
  })

  it('[Z9] lets nobody but its person report on a task, whatever their posts', () => {
    const who: Standing = { posts: [...postNames], seats: [...seatNames] }
    const where = { stage: 'archived', windows: open, now } as const
    expect(can('reportTask', who, where)).toBe('not-yours')
    expect(can('reportTask', { ...who, isResponsible: true }, where)).toBe(true)
  })

  it('[R9] lets nobody but the author edit, whatever their posts', () => {
    for (const act of ['editOutlineComment', 'editDraftComment', 'editVersionComment'] as const) {
      const all: Standing = { posts: [...postNames], seats: [...seatNames], isAuthor: false }
      for (const stage of stages) {
        expect(can(act, all, { stage, windows: open, now })).toBe('not-yours')
      }
    }
  })
})

describe('a window', () => {
  it('[R4] is open from its opening time, included, to its closing time, excluded', () => {
    const [from, to] = [Date.parse(aroundNow.opensAt), Date.parse(aroundNow.closesAt)]
    expect([from - 1, from, to - 1, to].map((at) => isOpen(aroundNow, at))).toEqual([
      false,
      true,
      true,
      false,
    ])
    fc.assert(
      fc.property(fc.integer({ min: from - day, max: to + day }), (at) => {
        expect(isOpen(aroundNow, at)).toBe(from <= at && at < to)
      }),
    )
  })
})
