// An equation of Word as one line of text, as far as that goes.
import { child, childrenNamed, type Element, elements, textIn } from './xml'

const inside = (of: Element | undefined, name: string) => {
  const found = child(of, name)
  return found ? equationText(found) : ''
}
const bracketed = (words: string) => (/^[\p{L}\p{N}]*$/u.test(words) ? words : `(${words})`)

const shapes: Readonly<Record<string, (of: Element) => string>> = {
  'm:f': (of) => `${bracketed(inside(of, 'm:num'))}/${bracketed(inside(of, 'm:den'))}`,
  'm:sSup': (of) => `${inside(of, 'm:e')}^${bracketed(inside(of, 'm:sup'))}`,
  'm:sSub': (of) => `${inside(of, 'm:e')}_${bracketed(inside(of, 'm:sub'))}`,
  'm:sSubSup': (of) =>
    `${inside(of, 'm:e')}_${bracketed(inside(of, 'm:sub'))}^${bracketed(inside(of, 'm:sup'))}`,
  'm:rad': (of) => `${inside(of, 'm:deg')}√${bracketed(inside(of, 'm:e'))}`,
  'm:d': (of) => `(${childrenNamed(of, 'm:e').map(equationText).join('; ')})`,
  'm:nary': (of) => {
    const sign = child(child(of, 'm:naryPr'), 'm:chr')?.attrs['m:val'] ?? '∫'
    const [from, to] = [inside(of, 'm:sub'), inside(of, 'm:sup')]
    return `${sign}${from && `_${bracketed(from)}`}${to && `^${bracketed(to)}`} ${inside(of, 'm:e')}`
  },
  'm:t': textIn,
  'w:t': textIn,
}

export function equationText(of: Element): string {
  const shape = shapes[of.name]
  if (shape) return shape(of)
  const parts = elements(of)
    .filter(({ name }) => !name.endsWith('Pr'))
    .map(equationText)
  return parts.join(of.name === 'm:m' || of.name === 'm:eqArr' ? '; ' : '')
}
