// A paper's Yjs tree beside its JSON: which element is which node, and which comments each letter bears.
import * as Y from 'yjs'
import { commentPrefix } from '../../../shared/document/comment-mark'
import type { PaperNode } from '../../../shared/document/outline'

export type Attributes = Readonly<Record<string, unknown>>
export type Parent = Y.XmlElement | Y.XmlFragment

export interface LiveNode {
  readonly node: PaperNode
  readonly y: Parent
  /** Its place among the children of its parent. */
  readonly at: number
  readonly children: readonly LiveNode[]
  /** Of a paragraph or a heading: the comment marks of every letter. */
  readonly comments: readonly Attributes[]
}

interface Run {
  readonly insert: unknown
  readonly attributes?: Record<string, unknown>
}
export const runsOf = (text: Y.XmlText): readonly Run[] => text.toDelta()

const none: Attributes = {}

const isComment = (key: string) => key.startsWith(commentPrefix)

function marksOf(attributes: Record<string, unknown> = {}): PaperNode['marks'] {
  return Object.entries(attributes).map(([key, value]) => ({
    type: isComment(key) ? 'comment' : key,
    ...(typeof value === 'object' && value !== null && { attrs: { ...value } }),
  }))
}

function commentsOf(attributes: Record<string, unknown> = {}): Attributes {
  const own = Object.entries(attributes).filter(([key]) => isComment(key))
  return own.length > 0 ? Object.fromEntries(own) : none
}

/** Reads the whole tree once. */
export function livePaper(y: Parent, at = 0): LiveNode {
  const children: LiveNode[] = []
  const content: PaperNode[] = []
  const comments: Attributes[] = []
  for (const [index, child] of y.toArray().entries()) {
    if (child instanceof Y.XmlText) {
      for (const { insert, attributes } of runsOf(child)) {
        const text = typeof insert === 'string' ? insert : '\ufffc'
        content.push({ type: 'text', text, marks: marksOf(attributes) })
        const own = commentsOf(attributes)
        for (let i = 0; i < text.length; i++) comments.push(own)
      }
    } else if (child instanceof Y.XmlElement) {
      const live = livePaper(child, index)
      children.push(live)
      content.push(live.node)
      comments.push(none)
    }
  }
  const type = y instanceof Y.XmlElement ? y.nodeName : 'doc'
  const attrs = y instanceof Y.XmlElement ? y.getAttributes() : {}
  return { node: { type, attrs, content }, y, at, children, comments }
}
