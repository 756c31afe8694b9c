// The size in which each line of words stands in a PDF of ours, in points.
import { drawnRuns } from './read-pdf'

/** A line's words, joined as they stand → the size of its letters. */
export function sizesOf(bytes: Uint8Array): Map<string, number> {
  const lines: { page: number; y: number; size: number; words: string }[] = []
  for (const { page, y, size, text } of drawnRuns(bytes)) {
    const last = lines.at(-1)
    // Words come one by one; columns come one after the other.
    if (last && last.page === page && last.y === y && last.size === size) last.words += text
    else lines.push({ page, y, size, words: text })
  }
  return new Map(lines.map(({ words, size }) => [words.trim(), size]))
}
