// Has nobody written anything yet but what a template brings?
import { isBlank, type PaperNode, plainText } from '../document/outline'
import { tokenPattern } from './fields'
import { templateKinds } from './kinds'
import { originalOf } from './originals'

const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** A template's text, with anything at all in the place of a field. */
function patternOf(template: PaperNode): RegExp {
  const parts = line(plainText(template).replace(tokenPattern, '\u0000')).split('\u0000')
  return new RegExp(`^${parts.map(literal).join('.{0,300}?')}$`, 'u')
}

/** `own`: the cell's own templates. */
export function isUntouched(doc: PaperNode, own: readonly PaperNode[]): boolean {
  if (isBlank(doc)) return true
  const text = line(plainText(doc))
  const originals = templateKinds.flatMap((kind) => [
    originalOf(kind, 'vi'),
    originalOf(kind, 'en'),
  ])
  return [...own, ...originals].some((template) => patternOf(template).test(text))
}
