// What is different between two papers, block by block and word by word, in the order of reading.
import type { PaperNode } from '../document/outline'
import { align, type Pairing } from './align'
import { type FormChange, formChanges } from './form-changes'
import { type Segment, segmentsOf } from './segments'
import { type Unit, unitOf, unitsOf } from './units'

export const changeKinds = [
  'same',
  'edited',
  'inserted',
  'deleted',
  'movedAway',
  'movedHere',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** A row or a cell of a table; `changes` are those inside a cell. */
export interface CellChange {
  readonly kind: ChangeKind
  readonly a: PaperNode | null
  readonly b: PaperNode | null
  readonly changes: readonly Change[]
}
export interface RowChange {
  readonly kind: ChangeKind
  readonly move: number | null
  readonly cells: readonly CellChange[]
}

export interface Change {
  readonly kind: ChangeKind
  /** Blocks of the older paper; of several one was joined. Empty where it was inserted. */
  readonly a: readonly Unit[]
  /** Blocks of the newer paper; into several one was parted. Empty where it was deleted. */
  readonly b: readonly Unit[]
  /** The words of both sides; of what was moved, with what was changed on the way, at the new place. */
  readonly segments: readonly Segment[]
  readonly rows: readonly RowChange[]
  /** The two places of one move bear the same number. */
  readonly move: number | null
  /** What changed of the block as a whole. */
  readonly forms: readonly FormChange[]
}

const isTable = ({ node }: Unit) => node.type === 'table'

function pairChange(a: readonly Unit[], b: readonly Unit[]): Omit<Change, 'kind' | 'move'> {
  const [first, second] = [a[0], b[0]]
  const whole = first && second && a.length === 1 && b.length === 1 ? [first, second] : null
  const isOfTables = [first, second].every((unit) => !unit || isTable(unit)) && (first ?? second)
  return {
    a,
    b,
    segments: segmentsOf(a, b),
    rows: isOfTables ? rowChanges(first?.node ?? null, second?.node ?? null) : [],
    forms: whole ? formChanges(whole[0] as Unit, whole[1] as Unit) : [],
  }
}

/** Two blocks, or one and its parts, as one change. */
function pair(a: readonly Unit[], b: readonly Unit[], move: number | null): Change {
  const change = pairChange(a, b)
  const isSame =
    a.length === 1 && b.length === 1 && a[0]?.key === b[0]?.key && change.forms.length === 0
  const kind = isSame ? 'same' : 'edited'
  return { ...change, kind: move === null ? kind : 'movedHere', move }
}

const alone = (kind: 'inserted' | 'deleted' | 'movedAway', unit: Unit, move: number | null) => {
  const isNew = kind === 'inserted'
  return { ...pairChange(isNew ? [] : [unit], isNew ? [unit] : []), kind, move }
}

/** What either side has, in the order in which both are read. */
function inOrder<T>(
  pairings: readonly Pairing[],
  a: number,
  b: number,
  each: {
    readonly pair: (pairing: Pairing, move: number | null) => T
    readonly deleted: (i: number) => T
    readonly inserted: (j: number) => T
    readonly movedAway: (i: number, move: number) => T
  },
): T[] {
  const ofA = new Map(pairings.flatMap((one) => one.a.map((i) => [i, one] as const)))
  const ofB = new Map(pairings.flatMap((one) => one.b.map((j) => [j, one] as const)))
  const numbers = new Map(
    pairings.filter(({ isMoved }) => isMoved).map((one, number) => [one, number] as const),
  )
  const out: T[] = []
  let i = 0
  const upTo = (end: number) => {
    for (; i < end; i++) {
      const pairing = ofA.get(i)
      if (!pairing) out.push(each.deleted(i))
      else if (pairing.isMoved) out.push(each.movedAway(i, numbers.get(pairing) ?? 0))
    }
  }
  for (let j = 0; j < b; j++) {
    const pairing = ofB.get(j)
    if (!pairing) out.push(each.inserted(j))
    else if (pairing.isMoved) out.push(each.pair(pairing, numbers.get(pairing) ?? 0))
    else if (pairing.b[0] === j) {
      upTo(pairing.a[0] as number)
      out.push(each.pair(pairing, null))
      i = (pairing.a.at(-1) as number) + 1
    }
  }
  upTo(a)
  return out
}

function changesOf(a: readonly Unit[], b: readonly Unit[]): Change[] {
  const from = (side: readonly Unit[], at: readonly number[]) => at.map((i) => side[i] as Unit)
  return inOrder(align(a, b), a.length, b.length, {
    pair: (pairing, move) => pair(from(a, pairing.a), from(b, pairing.b), move),
    deleted: (i) => alone('deleted', a[i] as Unit, null),
    inserted: (j) => alone('inserted', b[j] as Unit, null),
    movedAway: (i, move) => alone('movedAway', a[i] as Unit, move),
  })
}

const childUnits = (parent: PaperNode | null): Unit[] =>
  (parent?.content ?? []).map((node, index) => unitOf(node, [], index))

function cellChange(kind: ChangeKind | null, a: PaperNode | null, b: PaperNode | null): CellChange {
  const changes = changesOf(a ? unitsOf(a) : [], b ? unitsOf(b) : [])
  const isSame = a && b && unitOf(a, [], 0).key === unitOf(b, [], 0).key
  return { kind: kind ?? (isSame ? 'same' : 'edited'), a, b, changes }
}

function cellsOf(a: PaperNode, b: PaperNode): CellChange[] {
  const [ofA, ofB] = [childUnits(a), childUnits(b)]
  // Of the same row with as many cells, each is compared with the one at its place.
  const pairings: Pairing[] =
    ofA.length === ofB.length
      ? ofA.map((_, i) => ({ a: [i], b: [i], isMoved: false }))
      : align(ofA, ofB).filter(({ isMoved }) => !isMoved)
  const node = (side: readonly Unit[], i: number | undefined) => side[i ?? -1]?.node ?? null
  return inOrder(pairings, ofA.length, ofB.length, {
    pair: (one) => cellChange(null, node(ofA, one.a[0]), node(ofB, one.b[0])),
    deleted: (i) => cellChange('deleted', node(ofA, i), null),
    inserted: (j) => cellChange('inserted', null, node(ofB, j)),
    movedAway: (i) => cellChange('deleted', node(ofA, i), null),
  })
}

function rowChanges(a: PaperNode | null, b: PaperNode | null): RowChange[] {
  const [ofA, ofB] = [childUnits(a), childUnits(b)]
  const wholeRow = (kind: 'inserted' | 'deleted' | 'movedAway', { node }: Unit): CellChange[] =>
    (node.content ?? []).map((cell) =>
      kind === 'inserted' ? cellChange(kind, null, cell) : cellChange(kind, cell, null),
    )
  const row = (kind: 'inserted' | 'deleted' | 'movedAway', unit: Unit, move: number | null) => ({
    kind,
    move,
    cells: wholeRow(kind, unit),
  })
  return inOrder<RowChange>(align(ofA, ofB), ofA.length, ofB.length, {
    pair: (one, move) => {
      const [x, y] = [ofA[one.a[0] ?? 0] as Unit, ofB[one.b[0] ?? 0] as Unit]
      const kind = x.key === y.key ? 'same' : 'edited'
      return { kind: move === null ? kind : 'movedHere', move, cells: cellsOf(x.node, y.node) }
    },
    deleted: (i) => row('deleted', ofA[i] as Unit, null),
    inserted: (j) => row('inserted', ofB[j] as Unit, null),
    movedAway: (i, move) => row('movedAway', ofA[i] as Unit, move),
  })
}

/** Pure, and never longer than a blink: where two papers are too different it says so block by block. */
export const changesBetween = (a: PaperNode, b: PaperNode): Change[] =>
  changesOf(unitsOf(a), unitsOf(b))
