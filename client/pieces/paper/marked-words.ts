// Where the words of comments stand in a paper, counted once for every block that stays as it is.
import type { Node } from '@tiptap/pm/model'

export interface MarkedRun {
  /** From the beginning of its block. */
  readonly offset: number
  readonly size: number
  readonly threads: readonly string[]
}

/** Nodes never change, so what was found in one holds for ever. */
const known = new WeakMap<Node, readonly MarkedRun[]>()

export function markedRuns(block: Node): readonly MarkedRun[] {
  const found = known.get(block)
  if (found) return found
  const runs: MarkedRun[] = []
  block.descendants((node, at) => {
    const threads = node.marks.flatMap(({ type, attrs }) =>
      type.name === 'comment' ? [String(attrs.thread)] : [],
    )
    if (threads.length > 0) runs.push({ offset: at + 1, size: node.nodeSize, threads })
  })
  known.set(block, runs)
  return runs
}

/** Where each thread's first marked word stands. */
export function threadPositions(doc: Node): Map<string, number> {
  const found = new Map<string, number>()
  doc.forEach((block, position) => {
    for (const { offset, threads } of markedRuns(block)) {
      for (const thread of threads) if (!found.has(thread)) found.set(thread, position + offset)
    }
  })
  return found
}

/** Where a thread's words begin and end; `null` when none are left. */
export function wordsOfThread(doc: Node, thread: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null
  doc.forEach((block, position) => {
    for (const { offset, size, threads } of markedRuns(block)) {
      if (!threads.includes(thread)) continue
      const from = position + offset
      found = { from: found?.from ?? from, to: from + size }
    }
  })
  return found
}

/** The top-level blocks that are not the very ones that stood there before. */
export function changedBlocks(before: Node, after: Node): { from: number; to: number } {
  let first = 0
  let from = 0
  while (first < after.childCount && before.maybeChild(first) === after.child(first)) {
    from += after.child(first).nodeSize
    first++
  }
  let to = after.content.size
  for (
    let back = 1;
    back <= after.childCount - first && back <= before.childCount - first;
    back++
  ) {
    const block = after.child(after.childCount - back)
    if (block !== before.child(before.childCount - back)) break
    to -= block.nodeSize
  }
  return { from, to }
}
