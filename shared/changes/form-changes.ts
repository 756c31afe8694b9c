// What changed of a block besides its words: its kind, its level, its alignment, the list it stands in.
import type { PaperNode } from '../document/outline'
import type { Unit } from './units'

export const formKinds = ['type', 'level', 'align', 'part', 'list', 'depth', 'other'] as const
export type FormChange = (typeof formKinds)[number]

const containers = ({ path }: Unit): readonly PaperNode[] => path.map(({ node }) => node)
const listsOf = (unit: Unit) => containers(unit).filter(({ type }) => type !== 'listItem')

/** Of the second paragraph of an item something else is seen than of the first. */
const heads = ({ path, index }: Unit) => path.at(-1)?.node.type === 'listItem' && index === 0

const value = (node: PaperNode, name: string) => node.attrs?.[name] ?? null

const own = ({ node }: Unit, names: readonly string[]) =>
  JSON.stringify(
    Object.entries(node.attrs ?? {})
      .filter(([name, given]) => given !== null && given !== undefined && !names.includes(name))
      .sort(([p], [q]) => (p < q ? -1 : 1)),
  )

/** The list that it stands in: numbered or not, and how. Where the count begins concerns its first item. */
const listOf = (unit: Unit) =>
  JSON.stringify([listsOf(unit).map(({ type, attrs }) => [type, attrs?.type ?? null]), heads(unit)])

export function formChanges(a: Unit, b: Unit): FormChange[] {
  const changed: FormChange[] = []
  const text = a.inline !== null && b.inline !== null
  if (a.node.type !== b.node.type) changed.push('type')
  else if (value(a.node, 'level') !== value(b.node, 'level')) changed.push('level')
  if (value(a.node, 'textAlign') !== value(b.node, 'textAlign')) changed.push('align')
  if (value(a.node, 'part') !== value(b.node, 'part')) changed.push('part')
  if (listsOf(a).length !== listsOf(b).length) changed.push('depth')
  else if (listOf(a) !== listOf(b)) changed.push('list')
  const named = ['level', 'textAlign', 'part']
  if (!text && own(a, []) !== own(b, [])) changed.push('other')
  else if (text && own(a, named) !== own(b, named)) changed.push('other')
  return changed
}
