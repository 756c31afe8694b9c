// What is pasted or dropped: composed letters, and no attribute that the paper's schema refuses.
import { Extension } from '@tiptap/core'
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { markAttributes, nodeAttributes } from '../../../shared/document/attributes'
import { secretStampIn } from '../../../shared/document/secret-stamps'

type Rules = Record<string, Record<string, (value: unknown) => boolean>>
type Specs = Record<string, { default?: unknown }>

/** A value without a rule, or against it, becomes the default; `null` when there is none. */
function allowed(rules: Rules, name: string, specs: Specs, attrs: Record<string, unknown>) {
  const kept: Record<string, unknown> = {}
  for (const [attribute, value] of Object.entries(attrs)) {
    const spec = specs[attribute]
    const allows = rules[name]?.[attribute]
    const fits = allows ? allows(value) : value === spec?.default
    if (!fits && allows && !allows(spec?.default)) return null
    kept[attribute] = fits ? value : spec?.default
  }
  return kept
}

function cleanMark(mark: Mark): Mark[] {
  const attrs = allowed(markAttributes, mark.type.name, mark.type.spec.attrs ?? {}, mark.attrs)
  return attrs ? [mark.type.create(attrs)] : []
}

function cleanNode(node: Node): Node {
  const marks = node.marks.flatMap(cleanMark)
  if (node.text !== undefined) return node.type.schema.text(node.text.normalize('NFC'), marks)
  const attrs = allowed(nodeAttributes, node.type.name, node.type.spec.attrs ?? {}, node.attrs)
  return node.type.create(attrs ?? {}, cleanFragment(node.content), marks)
}

const cleanFragment = (fragment: Fragment): Fragment =>
  Fragment.fromArray(fragment.content.map(cleanNode))

/** Normalising changes no nesting, so the slice stays open where it was. */
export const cleanSlice = (slice: Slice): Slice =>
  new Slice(cleanFragment(slice.content), slice.openStart, slice.openEnd)

/** `stamped` is called when a pasted line is the stamp of a state secret. */
export const cleanPaste = (stamped: () => void) =>
  Extension.create({
    name: 'cleanPaste',
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            transformPasted: (slice) => {
              const clean = cleanSlice(slice)
              const { content } = clean
              if (secretStampIn(content.textBetween(0, content.size, '\n', '\n'))) stamped()
              return clean
            },
          },
        }),
      ]
    },
  })
