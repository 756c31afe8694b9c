// The kinds of paper a cell writes, and the short notation their templates are written in.
import type { PaperNode } from '../document/outline'

/** In the order in which a session needs them. */
export const templateKinds = [
  'plan',
  'outline',
  'draft',
  'notice',
  'programme',
  'minutes',
  'conclusion',
  'resolution',
  'answers',
  'report',
  'monthly',
] as const
export type TemplateKind = (typeof templateKinds)[number]

export const isTemplateKind = (kind: string): kind is TemplateKind =>
  (templateKinds as readonly string[]).includes(kind)

/** One block: a heading of level 1 to 3, a line of the title or signature, a paragraph, a table. */
export type TemplateBlock =
  | readonly ['title' | 'signature' | 1 | 2 | 3 | 'text', string]
  | readonly [
      'table',
      head: readonly string[],
      rows?: readonly (readonly string[])[],
      /** In pixels of a page of 620; columns are equally wide where nothing is said. */
      widths?: readonly number[],
    ]

export type Templates = Readonly<Record<TemplateKind, readonly TemplateBlock[]>>

const run = (text: string): Pick<PaperNode, 'content'> =>
  text === '' ? {} : { content: [{ type: 'text', text }] }
const cell = (type: string, text: string, width: number | undefined): PaperNode => ({
  type,
  ...(width !== undefined && { attrs: { colwidth: [width] } }),
  content: [{ type: 'paragraph', ...run(text) }],
})

/** A table without rows gets two to write in. */
function nodeOf(block: TemplateBlock): PaperNode {
  if (block[0] === 'table') {
    const [, head, rows = [[], []], widths = []] = block
    const lines = [
      head.map((word, column) => cell('tableHeader', word, widths[column])),
      ...rows.map((words) =>
        head.map((_, column) => cell('tableCell', words[column] ?? '', widths[column])),
      ),
    ]
    return { type: 'table', content: lines.map((content) => ({ type: 'tableRow', content })) }
  }
  const [kind, words] = block
  if (kind === 'text') return { type: 'paragraph', ...run(words) }
  if (kind === 'title' || kind === 'signature') {
    return { type: 'paragraph', attrs: { part: kind }, ...run(words) }
  }
  return { type: 'heading', attrs: { level: kind }, ...run(words) }
}

export const documentOf = (blocks: readonly TemplateBlock[]): PaperNode => ({
  type: 'doc',
  content: blocks.map(nodeOf),
})
