// A table of a Word file with its cells where they stand, spans in both directions included.
import type { Cell, Draft, Grid } from './draft'
import type { Reading } from './reading'
import { Overlong, Unreadable } from './unreadable'
import { child, childrenNamed, type Element, elements, textIn, valIn } from './xml'

const deepestTable = 6
const mostNested = 300
const mostCells = 20_000
const mostColumns = 63
/** Word itself joins fewer. */
const mostRows = 1000

type ReadBlocks = (of: Element, reading: Reading) => Draft[]

/** Through the wrappers in which rows and cells may stand. */
const named = (of: Element, name: string): Element[] =>
  elements(of).flatMap((one) => {
    if (one.name === name) return [one]
    return /^w:(?:sdt|sdtContent|customXml|smartTag|ins|moveTo)$/.test(one.name)
      ? named(one, name)
      : []
  })

const whole = (text: string | undefined, least: number, most: number): number => {
  const value = Number(text)
  return Number.isInteger(value) ? Math.min(Math.max(value, least), most) : least
}

/** Twips to pixels. */
const pixels = (twips: string | undefined) => Math.round((Number(twips) || 0) / 15)

export function readTable(of: Element, reading: Reading, readBlocks: ReadBlocks): Draft[] {
  if (reading.tableDepth >= deepestTable) throw new Unreadable('nested')
  if (reading.tableDepth > 0 && ++reading.nestedTables > mostNested) throw new Unreadable('nested')
  reading.tableDepth += 1
  try {
    const rows = filled(withoutEmpty(readRows(of, reading, readBlocks)))
    if (rows.length === 0) return []
    const widths = childrenNamed(child(of, 'w:tblGrid'), 'w:gridCol').map(({ attrs }) =>
      pixels(attrs['w:w']),
    )
    return [{ kind: 'grid', rows, widths }]
  } finally {
    reading.tableDepth -= 1
  }
}

function readRows(of: Element, reading: Reading, readBlocks: ReadBlocks): Grid['rows'] {
  const rows: Grid['rows'] = []
  /** By column: the cell that still grows downwards. */
  let growing = new Map<number, Cell>()
  let count = 0
  for (const row of named(of, 'w:tr')) {
    const props = child(row, 'w:trPr')
    if (child(props, 'w:del')) {
      reading.tally.leftOut('deletions', textIn(row))
      continue
    }
    const cells: Cell[] = []
    const grown = new Map<number, Cell>()
    let column = whole(valIn(props, 'w:gridBefore'), 0, mostColumns)
    for (const cell of named(row, 'w:tc')) {
      if (++count > mostCells) throw new Overlong()
      const cellProps = child(cell, 'w:tcPr')
      const colSpan = whole(valIn(cellProps, 'w:gridSpan'), 1, mostColumns)
      const merge = child(cellProps, 'w:vMerge')
      const above = growing.get(column)
      const isBelow =
        merge &&
        merge.attrs['w:val'] !== 'restart' &&
        above?.colSpan === colSpan &&
        above.rowSpan < mostRows
      const blocks = readBlocks(cell, reading)
      if (isBelow && above) {
        above.rowSpan += 1
        // Word hides what stands in a merged cell; it is kept with the one above.
        above.blocks.push(...blocks.filter((one) => one.kind !== 'words' || one.pieces.length > 0))
        grown.set(column, above)
      } else {
        const own: Cell = { column, colSpan, rowSpan: 1, blocks }
        cells.push(own)
        if (merge) grown.set(column, own)
      }
      column += colSpan
    }
    if (column > mostColumns * 2) throw new Overlong()
    growing = grown
    rows.push({ isHead: isOn(child(props, 'w:tblHeader')), cells })
  }
  return rows
}

const isOn = (of: Element | undefined) =>
  of !== undefined && !['0', 'false', 'off'].includes(of.attrs['w:val'] ?? '1')

/** A row all of whose cells come from above is none. */
function withoutEmpty(rows: Grid['rows']): Grid['rows'] {
  rows.forEach(({ cells }, at) => {
    for (const cell of cells) {
      const covered = rows.slice(at, at + cell.rowSpan)
      cell.rowSpan = covered.filter((row) => row.cells.length > 0).length
    }
  })
  return rows.filter(({ cells }) => cells.length > 0)
}

/** Gaps are filled, so that every row is as wide. */
function filled(rows: Grid['rows']): Grid['rows'] {
  const columns = Math.max(
    1,
    ...rows.flatMap(({ cells }) => cells.map(({ column, colSpan }) => column + colSpan)),
  )
  if (rows.length * columns > 3 * mostCells) throw new Overlong()
  const taken = rows.map(() => new Set<number>())
  rows.forEach(({ cells }, at) => {
    for (const { column, colSpan, rowSpan } of cells) {
      for (const row of taken.slice(at, at + rowSpan)) {
        for (let one = column; one < column + colSpan; one++) row.add(one)
      }
    }
  })
  rows.forEach(({ cells }, at) => {
    for (let column = 0; column < columns; column++) {
      if (!taken[at]?.has(column)) cells.push({ column, colSpan: 1, rowSpan: 1, blocks: [] })
    }
    cells.sort((a, b) => a.column - b.column)
  })
  return rows
}
