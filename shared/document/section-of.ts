// Where a section of a paper stands, found by its heading.
import { bareLetters } from '../bare-letters'
import { type PaperNode, plainText } from './outline'

/**
 * From after the heading to the next one, or to the signatures; without such a heading, the end.
 * `heading` is tried on letters without marks, in lower case.
 */
export function sectionOf(
  blocks: readonly PaperNode[],
  heading: RegExp,
): [from: number, to: number] {
  const at = blocks.findIndex(
    (one) => one.type === 'heading' && heading.test(bareLetters(plainText(one))),
  )
  const ends = (one: PaperNode) =>
    one.attrs?.part === 'signature' || (at >= 0 && one.type === 'heading')
  const next = blocks.findIndex((one, index) => index > at && ends(one))
  const to = next < 0 ? blocks.length : next
  return at < 0 ? [to, to] : [at + 1, to]
}
