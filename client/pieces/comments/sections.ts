// The sections of a paper as it stands on the page, and the section in which each comment's words are.

export interface Sections {
  readonly titles: readonly string[]
  readonly of: ReadonlyMap<string, string>
}

export const noSections: Sections = { titles: [], of: new Map() }

interface Mark {
  /** 1 to 4 for a heading, 0 for the words of a thread. */
  readonly level: number
  readonly words: string
}

/** Headings and threads in the order of the text; it is cut at the highest headings it has. */
export function cutSections(marks: readonly Mark[]): Sections {
  const levels = marks.flatMap(({ level }) => (level > 0 ? [level] : []))
  const top = Math.min(...levels)
  const of = new Map<string, string>()
  const titles = new Set<string>()
  let title = ''
  for (const { level, words } of marks) {
    if (level > 0 && level === top) {
      title = words
      titles.add(words)
    } else if (level === 0 && title !== '' && !of.has(words)) of.set(words, title)
  }
  return { titles: [...titles], of }
}

export function sectionsIn(root: HTMLElement): Sections {
  const marks: Mark[] = []
  for (const element of root.querySelectorAll<HTMLElement>('h1, h2, h3, h4, [data-thread]')) {
    const thread = element.dataset.thread
    const words = thread ?? element.textContent?.trim() ?? ''
    const level = thread === undefined ? Number(element.tagName.slice(1)) : 0
    if (words !== '') marks.push({ level, words })
  }
  return cutSections(marks)
}
