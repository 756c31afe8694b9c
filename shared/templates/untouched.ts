// Has nobody written anything yet but what a template brings?
import { isBlank, type PaperNode, plainText } from '../document/outline'
import { tokenPattern } from './fields'
import { templateKinds } from './kinds'
import { originalOf } from './originals'

const lineOf = (node: PaperNode) => plainText(node).normalize('NFC').replace(/\s+/g, ' ').trim()

/** The text of every paragraph and heading that has some. */
function linesOf(node: PaperNode): string[] {
  if (node.type !== 'paragraph' && node.type !== 'heading') {
    return (node.content ?? []).flatMap(linesOf)
  }
  const line = lineOf(node)
  return line === '' ? [] : [line]
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** A line of a template, with anything at all in the place of a field. */
const patternOf = (line: string): RegExp =>
  new RegExp(
    `^${line.replace(tokenPattern, '\u0000').split('\u0000').map(literal).join('.*')}$`,
    'u',
  )

/** `own`: the cell's own templates. */
export function isUntouched(doc: PaperNode, own: readonly PaperNode[]): boolean {
  if (isBlank(doc)) return true
  const lines = linesOf(doc)
  const originals = templateKinds.flatMap((kind) => [
    originalOf(kind, 'vi'),
    originalOf(kind, 'en'),
  ])
  return [...own, ...originals].some((template) => {
    const wanted = linesOf(template)
    return (
      wanted.length === lines.length &&
      wanted.every((line, at) => patternOf(line).test(lines[at] ?? ''))
    )
  })
}
