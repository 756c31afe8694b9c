// The ProseMirror schema of a paper, with a validator on every attribute, and what the guard reads off it.
import { getSchema } from '@tiptap/core'
import { type MarkSpec, type NodeSpec, Schema } from '@tiptap/pm/model'
import { markAttributes, nodeAttributes, validator } from './attributes'
import { paperExtensions } from './nodes'

interface Specs<Spec> {
  forEach(visit: (name: string, spec: Spec) => void): void
  update(name: string, spec: Spec): Specs<Spec>
}

function withValidators<Spec extends { attrs?: object | null }>(
  specs: Specs<Spec>,
  rules: typeof nodeAttributes,
): Specs<Spec> {
  let checked = specs
  specs.forEach((name, spec) => {
    if (!spec.attrs) return
    const attrs = Object.fromEntries(
      Object.entries(spec.attrs).map(([attribute, given]) => {
        // An attribute without a rule takes no value but its default.
        const allows = rules[name]?.[attribute] ?? ((value) => value === given.default)
        return [attribute, { ...given, validate: validator(name, attribute, allows) }]
      }),
    )
    checked = checked.update(name, { ...spec, attrs })
  })
  return checked
}

function build(): Schema {
  const { spec } = getSchema(paperExtensions)
  return new Schema({
    ...spec,
    nodes: withValidators<NodeSpec>(spec.nodes as Specs<NodeSpec>, nodeAttributes) as never,
    marks: withValidators<MarkSpec>(spec.marks as Specs<MarkSpec>, markAttributes) as never,
  })
}

export const paperSchema = build()

/** Node type → the types that may stand directly inside it, `text` included. */
export const childrenOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.values(paperSchema.nodes).map((type) => {
    const seen = new Set<typeof type.contentMatch>()
    const children = new Set<string>()
    const pending = [type.contentMatch]
    for (let match = pending.pop(); match; match = pending.pop()) {
      if (seen.has(match)) continue
      seen.add(match)
      for (let i = 0; i < match.edgeCount; i++) {
        const edge = match.edge(i)
        children.add(edge.type.name)
        pending.push(edge.next)
      }
    }
    return [type.name, children]
  }),
)
