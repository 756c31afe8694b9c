// The lines in which news is told: who agreed with one comment stands in one, and where each leads.
import type { News, PaperNews } from '../../../shared/records/look'

export interface NewsLine {
  readonly item: News
  /** Everyone who did it. */
  readonly by: readonly string[]
}

export function gathered(items: readonly News[]): NewsLine[] {
  const lines: NewsLine[] = []
  for (const item of items) {
    const at =
      item.kind === 'agreement'
        ? lines.findIndex(
            (line) => line.item.kind === 'agreement' && line.item.thread === item.thread,
          )
        : -1
    const known = lines[at]
    if (known) lines[at] = { ...known, by: [...known.by, item.by] }
    else lines.push({ item, by: [item.by] })
  }
  return lines
}

/** The paper with this comment in hand. */
export const hrefOf = (
  { paper, sessionId, documentId }: Pick<PaperNews, 'paper' | 'sessionId' | 'documentId'>,
  thread: string,
): string =>
  `${paper === 'version' ? `/versions/${documentId}` : `/sessions/${sessionId}/${paper}`}?thread=${thread}`
