// Fields of a template as chips in its text; what is no field is shown as wrong.
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { fieldNamed, tokenPattern } from '../../../shared/templates/fields'

function chips(doc: Node): DecorationSet {
  const found: Decoration[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    // A break is one letter here too.
    const text = node.textBetween(0, node.content.size, undefined, '\n')
    for (const { 0: token, 1: name, index } of text.matchAll(tokenPattern)) {
      const isKnown = name !== undefined && fieldNamed(name) !== null
      const from = position + 1 + index
      found.push(
        Decoration.inline(from, from + token.length, {
          class: isKnown ? 'field-chip' : 'field-chip is-wrong',
        }),
      )
    }
    return false
  })
  return DecorationSet.create(doc, found)
}

export const FieldChips = Extension.create({
  name: 'fieldChips',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_, { doc }) => chips(doc),
        // A template is short: drawn anew at every change.
        apply: (transaction, drawn) => (transaction.docChanged ? chips(transaction.doc) : drawn),
      },
      props: {
        decorations(state) {
          return this.getState(state)
        },
      },
    }),
  ],
})
