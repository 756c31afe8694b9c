// A paper cut into what stands on one screen: units, pages, slides.
import { eachNumbered, type PaperNode, type Section } from '../../../shared/document/outline'

/** What is never parted while it fits on a screen: a paragraph, a list's item, a table. */
export interface Unit {
  readonly node: PaperNode
  readonly paragraphs: readonly number[]
  readonly isHeading: boolean
}

/** Some units of a section on one screen. */
export interface Page {
  readonly from: number
  readonly to: number
  /** A unit longer than the screen is shown in parts: so many pixels are above this one. */
  readonly shift: number
}

export interface Slide extends Page {
  readonly section: number
  /** From 0, and how many there are in the section. */
  readonly page: number
  readonly pages: number
  readonly paragraphs: readonly number[]
}

function numbersIn(node: PaperNode): number[] {
  const numbers: number[] = []
  eachNumbered(node, ({ number }) => {
    if (number !== undefined) numbers.push(number)
  })
  return numbers
}

const unit = (node: PaperNode): Unit => ({
  node,
  paragraphs: numbersIn(node),
  isHeading: node.type === 'heading',
})

const hasWords = (node: PaperNode): boolean =>
  node.type === 'image' ||
  (node.text !== undefined ? node.text.trim() !== '' : (node.content ?? []).some(hasWords))

/** A list is parted between its items, which keep their numbers. Empty paragraphs are left out. */
export function unitsOf({ blocks }: Section): Unit[] {
  return blocks.filter(hasWords).flatMap((block) => {
    if (block.type !== 'bulletList' && block.type !== 'orderedList') return [unit(block)]
    const start = typeof block.attrs?.start === 'number' ? block.attrs.start : 1
    return (block.content ?? []).map((item, index) =>
      unit({ ...block, attrs: { ...block.attrs, start: start + index }, content: [item] }),
    )
  })
}

interface Measured {
  readonly height: number
  readonly isHeading: boolean
}

/** Fills pages; a heading stays with what follows it. `line`: parts end between lines. */
export function paginate(units: readonly Measured[], room: number, line: number): Page[] {
  const pages: Page[] = []
  let from = 0
  while (from < units.length) {
    let to = from
    let used = 0
    while (to < units.length && used + (units[to]?.height ?? 0) <= room) {
      used += units[to]?.height ?? 0
      to += 1
    }
    // A heading does not end a page that something follows.
    while (to < units.length && to - 1 > from && units[to - 1]?.isHeading) to -= 1
    if (to > from) {
      pages.push({ from, to, shift: 0 })
      from = to
      continue
    }
    const height = units[from]?.height ?? 0
    const step = Math.max(line, Math.floor(room / line) * line)
    for (let shift = 0; shift < height; shift += step) pages.push({ from, to: from + 1, shift })
    from += 1
  }
  return pages.length > 0 ? pages : [{ from: 0, to: 0, shift: 0 }]
}

export function slidesOf(
  units: readonly (readonly Unit[])[],
  pages: readonly (readonly Page[])[],
): Slide[] {
  return pages.flatMap((own, section) =>
    own.map((page, index) => ({
      ...page,
      section,
      page: index,
      pages: own.length,
      paragraphs: (units[section] ?? []).slice(page.from, page.to).flatMap((one) => one.paragraphs),
    })),
  )
}

/** The first slide with this paragraph; `null` when no slide has it. */
export function slideOf(slides: readonly Slide[], paragraph: number): number | null {
  const at = slides.findIndex(({ paragraphs }) => paragraphs.includes(paragraph))
  return at < 0 ? null : at
}
