// The blocks of a paper as the browser prints them.
import type { ReactNode } from 'react'
import type { PrintBlock, PrintCell, PrintRun } from '../../../shared/papers/print-sheet'

type Words = Extract<PrintBlock, { kind: 'words' }>
type Grid = Extract<PrintBlock, { kind: 'grid' }>

/** Frozen blocks do not move, so their place is their key. */
export function PrintBlocks({ blocks }: { blocks: readonly PrintBlock[] }): ReactNode {
  return blocks.map((block, index) => {
    const key = index
    switch (block.kind) {
      case 'words':
        return <Paragraph key={key} words={block} />
      case 'grid':
        return <Table key={key} grid={block} />
      case 'picture':
        return (
          <figure key={key} className="print-picture">
            <img
              src={`/api/images/${block.sha256}`}
              alt={block.alt}
              style={{ width: `${block.widthMm}mm`, height: `${block.heightMm}mm` }}
            />
            {block.caption && <figcaption>{block.caption}</figcaption>}
          </figure>
        )
      default:
        return <div key={key} className="print-rule" />
    }
  })
}

function Paragraph({ words }: { words: Words }) {
  const { look, align, item, runs, number } = words
  const isBlank = runs.every(({ text, isBreak }) => !isBreak && text.trim() === '')
  const classes = [
    'print-words',
    typeof look === 'number' ? `print-heading print-heading-${look}` : `print-${look}`,
    align && `print-${align}`,
    item && 'print-item',
  ]
  return (
    <p
      data-number={number ?? undefined}
      className={classes.filter(Boolean).join(' ')}
      style={item ? { ['--depth' as string]: item.depth } : undefined}
    >
      {item?.marker && <span className="print-marker">{item.marker}</span>}
      {isBlank ? '\u00a0' : <Runs runs={runs} />}
    </p>
  )
}

/** Longer than any word of a language: only such words are cut, wherever the line ends. */
const longWords = /(\S{18,})/

function Runs({ runs }: { runs: readonly PrintRun[] }): ReactNode {
  return runs.map(({ text, bold, italic, underline, link, isBreak }, index) => {
    const key = index
    if (isBreak) return <br key={key} />
    const classes = [
      bold && 'print-bold',
      italic && 'print-italic',
      (underline || link) && 'print-under',
    ].filter(Boolean)
    return (
      <span key={key} className={classes.join(' ') || undefined}>
        {text
          .split(longWords)
          .map((part, index) => [part, index] as const)
          .map(([part, at]) =>
            longWords.test(part) ? (
              <span key={at} className="print-long">
                {part}
              </span>
            ) : (
              <Breakable key={at} words={part} />
            ),
          )}
      </span>
    )
  })
}

/** A PDF's lines may end after a slash, a browser's do not unless told. */
const Breakable = ({ words }: { words: string }): ReactNode =>
  words
    .split(/(?<=\/)(?=[^\d\s/])/)
    .flatMap((part, at) => (at === 0 ? [part] : [<wbr key={part} />, part]))

function Table({ grid: { columnMm, rows } }: { grid: Grid }) {
  const [first = [], ...rest] = rows
  const isHeaded = rest.length > 0 && first.every(({ isHeader }) => isHeader)
  return (
    <div className="print-grid">
      <table className="print-table">
        <colgroup>
          {columnMm.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
            <col key={index} style={{ width: `${width}mm` }} />
          ))}
        </colgroup>
        {isHeaded && (
          <thead>
            <Row cells={first} />
          </thead>
        )}
        <tbody>
          {(isHeaded ? rest : rows).map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move
            <Row key={index} cells={cells} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Row = ({ cells }: { cells: readonly PrintCell[] }) => (
  <tr>
    {cells.map(({ column, colSpan, rowSpan, isHeader, align, blocks }) => {
      const Cell = isHeader ? 'th' : 'td'
      return (
        <Cell
          key={column}
          colSpan={colSpan}
          rowSpan={rowSpan}
          className={align ? `print-${align}` : undefined}
        >
          <PrintBlocks blocks={blocks} />
        </Cell>
      )
    })}
  </tr>
)
