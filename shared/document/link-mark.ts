// Links: the mark of TipTap's own extension, with the same attributes, without the library that finds addresses in any text.
import { Mark, markPasteRule, mergeAttributes, type PasteRuleMatch } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { isSafeLink } from './attributes'

const usual = { target: '_blank', rel: 'noopener noreferrer nofollow', class: null }

const address = /\b(?:https?:\/\/|mailto:)[^\s<>"'“”]+/gi

/** The addresses in words that were pasted; what ends a sentence is none of theirs. */
export function addressesIn(words: string): PasteRuleMatch[] {
  return [...words.matchAll(address)].flatMap(({ 0: found, index }) => {
    const open = found.split('(').length
    const text = found.replace(/[.,;:!?…]+$/, '').replace(/\)+$/, (end) => end.slice(0, open - 1))
    return isSafeLink(text) ? [{ text, index, data: { href: text } }] : []
  })
}

export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,
  addAttributes: () => ({
    href: { default: null, parseHTML: (element) => element.getAttribute('href') },
    target: { default: usual.target },
    rel: { default: usual.rel },
    class: { default: usual.class },
    title: { default: null },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => (isSafeLink(element.getAttribute('href')) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => {
    const href = isSafeLink(HTMLAttributes.href) ? HTMLAttributes.href : ''
    return ['a', mergeAttributes(usual, { ...HTMLAttributes, href }), 0]
  },
  addPasteRules() {
    return [
      markPasteRule({
        find: addressesIn,
        type: this.type,
        getAttributes: ({ data }) => ({ href: data?.href }),
      }),
    ]
  },
  /** An address pasted over chosen words makes them a link. */
  addProseMirrorPlugins() {
    const { editor, type } = this
    return [
      new Plugin({
        props: {
          handlePaste: (view, _event, { content }) => {
            const words = content.textBetween(0, content.size).trim()
            const [found] = addressesIn(words)
            if (view.state.selection.empty || found?.text !== words) return false
            return editor.commands.setMark(type, { href: words })
          },
        },
      }),
    ]
  },
})
