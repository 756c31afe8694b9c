// A paper cut into what stands on one screen: units, pages, slides.
import { eachNumbered, type PaperNode, type Section } from '../../../shared/document/outline'
import type { Place } from '../../../shared/records/session'

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
  /** The place of its first unit among all of the paper's. */
  readonly unit: number
  /** Which of its units are headings. */
  readonly isHead: readonly boolean[]
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

/** What is less of a line is the space below the words. */
const leastLine = 0.6

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
    for (let shift = 0; shift === 0 || height - shift > leastLine * line; shift += step) {
      pages.push({ from, to: from + 1, shift })
    }
    from += 1
  }
  return pages.length > 0 ? pages : [{ from: 0, to: 0, shift: 0 }]
}

export function slidesOf(
  units: readonly (readonly Unit[])[],
  pages: readonly (readonly Page[])[],
): Slide[] {
  let first = 0
  return pages.flatMap((own, section) => {
    const here = units[section] ?? []
    const before = first
    first += here.length
    return own.map((page, index) => ({
      ...page,
      section,
      page: index,
      pages: own.length,
      unit: before + page.from,
      isHead: here.slice(page.from, page.to).map(({ isHeading }) => isHeading),
      paragraphs: here.slice(page.from, page.to).flatMap((one) => one.paragraphs),
    }))
  })
}

/** A place of the paper, whatever the version; as records hold it. */
export type Spot = Pick<Place, 'paragraph' | 'unit' | 'share'>

/** Where one step leads: a numbered paragraph, or what stands alone on a slide, or a part of it. */
export interface Stop extends Spot {
  readonly slide: number
}

const isPart = (slide: Slide, other: Slide | undefined) =>
  other?.section === slide.section && other.from === slide.from && other.to === slide.to

/** Every slide has one, so that going on step by step shows all of the paper. */
export function stopsOf(slides: readonly Slide[]): Stop[] {
  let paragraph = 0
  return slides.flatMap((slide, at): Stop[] => {
    const parts = slides.filter((other) => isPart(slide, other))
    const own = slide.paragraphs
    // A table or a picture: what is no heading.
    const alone = { unit: slide.unit + Math.max(0, slide.isHead.indexOf(false)) }
    const unit = own.length === 0 ? alone : {}
    if (parts.length > 1) {
      const share = parts.indexOf(slide) / (parts.length - 1)
      paragraph = own[0] ?? paragraph
      return [{ slide: at, paragraph, ...unit, ...(share > 0 && { share }) }]
    }
    if (own.length === 0) return [{ slide: at, paragraph, ...unit }]
    paragraph = own.at(-1) ?? paragraph
    return own.map((number) => ({ slide: at, paragraph: number }))
  })
}

/** The slide that shows this place; `null` when none does. */
export function slideOf(
  slides: readonly Slide[],
  { paragraph, unit, share = 0 }: Spot,
): number | null {
  if (paragraph === 0 && unit === undefined) return slides.length > 0 ? 0 : null
  const shows = (slide: Slide) =>
    unit === undefined
      ? slide.paragraphs.includes(paragraph)
      : unit >= slide.unit && unit < slide.unit + slide.to - slide.from
  const found = slides.flatMap((slide, at) => (shows(slide) ? [at] : []))
  return found[Math.round(share * (found.length - 1))] ?? null
}

/** The stop where a place is, or the last one before it; -1 for the head of the paper. */
export function stopOf(stops: readonly Stop[], spot: Spot, slide: number): number {
  const isHead = spot.paragraph === 0 && spot.unit === undefined
  return stops.reduce((found, stop, at) => {
    const isHere = stop.slide === slide && !isHead && stop.paragraph <= spot.paragraph
    return stop.slide < slide || isHere ? at : found
  }, -1)
}
