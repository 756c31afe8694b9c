// One block of either text, or of both in one: a paragraph, a heading, a table, a picture.
import type { ReactNode } from 'react'
import type { Change, RowChange } from '../../../shared/changes/changes'
import type { Segment } from '../../../shared/changes/segments'
import type { Unit } from '../../../shared/changes/units'
import { useWords } from '../words/words'
import { ChangeWords, paragraphsOf, type Shown } from './change-words'

const aligns = ['left', 'center', 'right', 'justify']

function looksOf({ node, path }: Unit): string {
  const { attrs = {} } = node
  const align = String(attrs.textAlign ?? '')
  return [
    'change-block',
    node.type === 'heading' && `is-heading is-level-${Number(attrs.level ?? 1)}`,
    attrs.part === 'title' && 'is-title',
    attrs.part === 'signature' && 'is-signature',
    aligns.includes(align) && `is-${align}`,
    path.length > 0 && 'is-item',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The sign of a list's item, as it stands before its first paragraph. */
function markerOf({ path, index }: Unit): string | null {
  const item = path.at(-1)
  const list = path.at(-2)
  if (item?.node.type !== 'listItem' || !list || index > 0) return null
  if (list.node.type !== 'orderedList') return '•'
  return `${Number(list.node.attrs?.start ?? 1) + item.index}.`
}

function TextBlock({
  unit,
  segments,
  shown,
}: {
  unit: Unit
  segments: readonly Segment[]
  shown: Shown
}) {
  const { t } = useWords()
  const depth = unit.path.filter(({ node }) => node.type !== 'listItem').length
  const marker = markerOf(unit)
  const isEmpty = segments.every(({ text }) => text.trim() === '')
  return (
    <p
      className={looksOf(unit)}
      data-number={unit.node.number}
      style={depth > 0 ? { marginLeft: `${depth * 1.6}em` } : undefined}
    >
      {marker && <span className="change-marker">{marker}</span>}
      {isEmpty ? (
        <span className="change-empty">{t('changes.emptyLine')}</span>
      ) : (
        <ChangeWords segments={segments} shown={shown} />
      )}
    </p>
  )
}

const signs = { inserted: '+', deleted: '−', movedHere: '⇄', movedAway: '⇄', edited: '≠', same: '' }
const looks = {
  inserted: 'is-in',
  deleted: 'is-out',
  movedHere: 'is-moved',
  movedAway: 'is-moved',
  edited: 'is-edited',
  same: '',
}

const isOn = (kind: Change['kind'], shown: Shown) => {
  if (shown === 'both') return true
  return shown === 'a'
    ? kind !== 'inserted' && kind !== 'movedHere'
    : kind !== 'deleted' && kind !== 'movedAway'
}

function Table({ rows, shown }: { rows: readonly RowChange[]; shown: Shown }) {
  return (
    <div className="change-table">
      <table>
        <tbody>
          {rows.map((row, i) =>
            isOn(row.kind, shown) ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
              <tr key={i} className={looks[row.kind]}>
                <td className="change-row-sign" aria-hidden="true">
                  {signs[row.kind]}
                </td>
                {row.cells.map((cell, k) =>
                  isOn(cell.kind, shown) ? (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: nor have cells
                      key={k}
                      className={row.kind === 'edited' ? looks[cell.kind] : ''}
                    >
                      {cell.changes.map((change, n) =>
                        isOn(change.kind, shown) ? (
                          // biome-ignore lint/suspicious/noArrayIndexKey: nor have their blocks
                          <Blocks key={n} change={change} shown={shown} />
                        ) : null,
                      )}
                    </td>
                  ) : null,
                )}
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </div>
  )
}

function Leaf({ unit }: { unit: Unit }) {
  const { t } = useWords()
  const { attrs = {}, type } = unit.node
  if (type !== 'image') return <p className="change-block is-rule">{t('changes.rule')}</p>
  const words = String(attrs.caption ?? attrs.alt ?? '')
  return (
    <figure className="change-image">
      {typeof attrs.src === 'string' && attrs.src.startsWith('/api/images/') && (
        <img src={attrs.src} alt={words} loading="lazy" />
      )}
      <figcaption>{t('changes.image', { words })}</figcaption>
    </figure>
  )
}

/** The blocks of one change as they are in one text, or in both at once. */
export function Blocks({ change, shown }: { change: Change; shown: Shown }): ReactNode {
  const { a, b, segments, rows } = change
  const units = shown === 'a' ? a : shown === 'b' ? b : b.length > 0 ? b : a
  const [first] = units
  if (!first) return null
  if (first.node.type === 'table') return <Table rows={rows} shown={shown} />
  if (!first.inline) return <Leaf unit={first} />
  if (shown === 'both') return <TextBlock unit={first} segments={segments} shown="both" />
  const paragraphs = paragraphsOf(segments, shown)
  return units.map((unit, i) => (
    <TextBlock
      key={`${unit.index} ${unit.node.number ?? i}`}
      unit={unit}
      segments={paragraphs[i] ?? []}
      shown={shown}
    />
  ))
}
