// Rows of figures, quantiles, and the server's own account of its CPU and memory.
import type { Visitor } from '../kit/visitor'

export interface Row {
  readonly what: string
  readonly figure: string
  /** What was aimed at, and whether it was reached. */
  readonly aim?: { readonly words: string; readonly isReached: boolean }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (values: readonly number[]) => quantile(values, 0.5)
export const round = (value: number, digits = 1) => value.toFixed(digits)

/** CPU seconds used and resident bytes of the server process, from /metrics. */
export async function accountOf(visitor: Visitor): Promise<{ cpu: number; rss: number }> {
  const { body } = await visitor.get('/metrics')
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(body)?.[1])
  return { cpu: value('process_cpu_seconds_total'), rss: value('process_resident_memory_bytes') }
}

export function print(rows: readonly Row[]): void {
  const cells = rows.map(({ what, figure, aim }) => [
    what,
    figure,
    aim ? aim.words : '',
    aim ? (aim.isReached ? 'reached' : 'NOT reached') : '',
  ])
  const all = [['measure', 'figure', 'aim', ''], ...cells]
  const widths = [0, 1, 2, 3].map((i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  process.stdout.write(`${[line(all[0] as string[]), rule, ...cells.map(line)].join('\n')}\n`)
}
