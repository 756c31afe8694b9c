// Quantiles, rounding, and tables for a terminal that are Markdown as well.

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

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return `${[line(head), rule, ...rows.map(line)].join('\n')}\n`
}

export function print(rows: readonly Row[]): void {
  const cells = rows.map(({ what, figure, aim }) => [
    what,
    figure,
    aim ? aim.words : '',
    aim ? (aim.isReached ? 'reached' : 'NOT reached') : '',
  ])
  process.stdout.write(table(['measure', 'figure', 'aim', ''], cells))
}
