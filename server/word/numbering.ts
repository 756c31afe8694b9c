// Automatic numbers of a Word file: which marker stands before a paragraph, counted as Word counts.
import { markerOf } from '../papers/list-marker'
import { child, childrenNamed, type Element, valIn } from './xml'

export type NumberForm = 'bullet' | '1' | 'a' | 'A' | 'i' | 'I' | 'none'

const forms: Readonly<Record<string, NumberForm>> = {
  bullet: 'bullet',
  none: 'none',
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
}

interface Level {
  readonly form: NumberForm
  readonly text: string
  readonly start: number
  readonly left: number | undefined
  readonly isLegal: boolean
}

export interface Marker {
  readonly form: NumberForm
  readonly value: number
  /** As it is seen, without the blank behind it. */
  readonly label: string
  /** A mere number with a dot or bracket, as a list of the paper shows it. */
  readonly isPlain: boolean
  readonly left: number | undefined
}

interface Numbered {
  readonly abstract: string
  readonly overrides: ReadonlyMap<number, { start?: number; level?: Level }>
}

function levelOf(element: Element): Level {
  const { attrs } = child(child(element, 'w:pPr'), 'w:ind') ?? {
    attrs: {} as Record<string, string>,
  }
  const left = Number(attrs['w:left'] ?? attrs['w:start'] ?? Number.NaN)
  return {
    form: forms[valIn(element, 'w:numFmt') ?? 'decimal'] ?? '1',
    text: valIn(element, 'w:lvlText') ?? '',
    start: Number(valIn(element, 'w:start') ?? 1) || 0,
    left: Number.isFinite(left) ? left : undefined,
    isLegal: child(element, 'w:isLgl') !== undefined,
  }
}

const levelsIn = (element: Element): Map<number, Level> =>
  new Map(
    childrenNamed(element, 'w:lvl').map((one) => [Number(one.attrs['w:ilvl'] ?? 0), levelOf(one)]),
  )

export class Numbering {
  readonly #abstracts = new Map<string, Map<number, Level>>()
  readonly #numbers = new Map<string, Numbered>()
  /** Of each list, how far each level has come. */
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(numbering: Element | undefined) {
    const byStyle = new Map<string, string>()
    const links = new Map<string, string>()
    for (const one of childrenNamed(numbering, 'w:abstractNum')) {
      const id = one.attrs['w:abstractNumId'] ?? ''
      this.#abstracts.set(id, levelsIn(one))
      const style = valIn(one, 'w:styleLink')
      const link = valIn(one, 'w:numStyleLink')
      if (style !== undefined) byStyle.set(style, id)
      if (link !== undefined) links.set(id, link)
    }
    for (const one of childrenNamed(numbering, 'w:num')) {
      const named = valIn(one, 'w:abstractNumId') ?? ''
      const link = links.get(named)
      const abstract = (link !== undefined && byStyle.get(link)) || named
      const overrides = new Map(
        childrenNamed(one, 'w:lvlOverride').map((override) => {
          const start = valIn(override, 'w:startOverride')
          const level = child(override, 'w:lvl')
          const said = {
            ...(start !== undefined && { start: Number(start) || 0 }),
            ...(level && { level: levelOf(level) }),
          }
          return [Number(override.attrs['w:ilvl'] ?? 0), said] as const
        }),
      )
      this.#numbers.set(one.attrs['w:numId'] ?? '', { abstract, overrides })
    }
  }

  #level(numbered: Numbered, level: number): Level | undefined {
    return (
      numbered.overrides.get(level)?.level ?? this.#abstracts.get(numbered.abstract)?.get(level)
    )
  }

  /** Counts one paragraph; `null` where its list is not defined. */
  next(numId: string, at: number): Marker | null {
    const numbered = this.#numbers.get(numId)
    const level = numbered && this.#level(numbered, at)
    if (!numbered || !level) return null
    const counts = this.#counts.get(numbered.abstract) ?? []
    this.#counts.set(numbered.abstract, counts)
    const override = numbered.overrides.get(at)?.start
    const key = `${numId} ${at}`
    if (override !== undefined && !this.#begun.has(key)) counts[at] = override
    else counts[at] = counts[at] === undefined ? (override ?? level.start) : counts[at] + 1
    this.#begun.add(key)
    counts.length = at + 1
    const seen = (index: number) => {
      const its = this.#level(numbered, index)
      const value = counts[index] ?? its?.start ?? 1
      const form = !its || level.isLegal ? '1' : its.form
      return form === 'bullet' || form === 'none' ? '' : markerOf(form, value).slice(0, -1)
    }
    const own = `%${at + 1}`
    return {
      form: level.form,
      value: counts[at] ?? level.start,
      label:
        level.form === 'bullet'
          ? '-'
          : level.text.replace(/%([1-9])/g, (_, digit) => seen(Number(digit) - 1)).trim(),
      isPlain:
        level.form === 'bullet' ||
        (level.form !== 'none' &&
          /^\(?\s*\S*\s*[.):/]?$/.test(level.text) &&
          level.text.replace(/[\s().:/]/g, '') === own),
      left: level.left,
    }
  }
}
