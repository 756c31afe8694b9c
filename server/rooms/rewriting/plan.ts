// Which nodes of a live paper become which of the wished one, and which of their words stay.
import type { Change } from '../../../shared/changes/changes'
import type { Unit } from '../../../shared/changes/units'
import { rowOf, wordMatches } from '../../../shared/changes/word-matches'
import type { PaperNode } from '../../../shared/document/outline'

/** Words that stay, by their places in the letters of two paragraphs. */
export interface Kept {
  readonly from: PaperNode
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

export interface Plan {
  /** Old node → the new one that it becomes, where it stands. */
  readonly becomes: ReadonlyMap<PaperNode, PaperNode>
  /** New paragraph → what stays of old ones in it, in order. */
  readonly kept: ReadonlyMap<PaperNode, readonly Kept[]>
}

/** The paragraph in which a letter of a row stands, and where it begins. */
function placeIn(starts: readonly number[], at: number): number {
  let i = starts.length - 1
  while (i > 0 && (starts[i] as number) > at) i--
  return i
}

/** Neighbouring words that are neighbours on both sides, letter by letter, are one. */
function push(kept: Kept[], next: Kept): void {
  const last = kept.at(-1)
  const isExact = (one: Kept) => one.oldTo - one.oldFrom === one.newTo - one.newFrom
  const goesOn =
    last &&
    last.from === next.from &&
    last.oldTo === next.oldFrom &&
    last.newTo === next.newFrom &&
    isExact(last) &&
    isExact(next)
  if (goesOn) kept[kept.length - 1] = { ...last, oldTo: next.oldTo, newTo: next.newTo }
  else kept.push(next)
}

const isSameText = (a: Unit, b: Unit) => a.inline?.text === b.inline?.text

class Planner {
  readonly becomes = new Map<PaperNode, PaperNode>()
  readonly kept = new Map<PaperNode, Kept[]>()

  read(changes: readonly Change[]): void {
    for (const { a, b, rows, kind } of changes) {
      const [from, to] = [a[0], b[0]]
      if (!from || !to) continue
      const isMoved = kind === 'movedHere'
      if (from.inline && to.inline) this.#words(a, b, isMoved)
      else if (!isMoved) this.becomes.set(from.node, to.node)
      for (const row of rows) {
        const cells = row.cells.filter((cell) => cell.a && cell.b)
        for (const cell of cells) {
          if (!isMoved && row.move === null) {
            this.becomes.set(cell.a as PaperNode, cell.b as PaperNode)
          }
          this.read(cell.changes)
        }
      }
    }
  }

  #words(a: readonly Unit[], b: readonly Unit[], isMoved: boolean): void {
    const [first, second] = [a[0], b[0]]
    if (first && second && a.length + b.length === 2 && isSameText(first, second)) {
      const to = first.inline?.text.length ?? 0
      const whole = { from: first.node, oldFrom: 0, oldTo: to, newFrom: 0, newTo: to }
      this.kept.set(second.node, to > 0 ? [whole] : [])
      if (!isMoved && first.node.type === second.node.type) {
        this.becomes.set(first.node, second.node)
      }
      return
    }
    const [rowA, rowB] = [rowOf(a), rowOf(b)]
    const shared = new Map<string, number>()
    for (const [i, j] of wordMatches(rowA, rowB)) {
      const [x, y] = [rowA.words[i], rowB.words[j]]
      if (!x || !y) continue
      const [inA, inB] = [placeIn(rowA.starts, x.from), placeIn(rowB.starts, y.from)]
      const [startA, startB] = [rowA.starts[inA] ?? 0, rowB.starts[inB] ?? 0]
      const [from, to] = [a[inA]?.node, b[inB]?.node]
      const isBreak = x.to - startA > (a[inA]?.inline?.text.length ?? 0)
      if (!from || !to || isBreak) continue
      const kept = this.kept.get(to) ?? []
      this.kept.set(to, kept)
      push(kept, {
        from,
        oldFrom: x.from - startA,
        oldTo: x.to - startA,
        newFrom: y.from - startB,
        newTo: y.to - startB,
      })
      const key = `${inA} ${inB}`
      shared.set(key, (shared.get(key) ?? 0) + x.to - x.from)
    }
    if (!isMoved) this.#inPlace(a, b, shared)
  }

  /** Of the parts of one paragraph the longest stays where it is. */
  #inPlace(a: readonly Unit[], b: readonly Unit[], shared: ReadonlyMap<string, number>): void {
    const best = [...shared].sort(([, p], [, q]) => q - p)[0]?.[0] ?? '0 0'
    const [i, j] = best.split(' ').map(Number) as [number, number]
    const [from, to] = [a[i]?.node, b[j]?.node]
    if (from && to && from.type === to.type) this.becomes.set(from, to)
  }
}

export function planOf(changes: readonly Change[]): Plan {
  const planner = new Planner()
  planner.read(changes)
  return planner
}
