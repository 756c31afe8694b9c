// Canonical blocks as React elements: no editor, and nothing but what is listed here is drawn.
import { createElement, type ReactNode } from 'react'
import { isSafeLink } from '../../../shared/document/attributes'
import type { PaperNode } from '../../../shared/document/outline'
import { Picture } from '../paper/pictures/picture'
import { childPositions } from './positions'
import { WrittenBy } from './written-by'

/** Words of a thread: `[from, to)` in ProseMirror positions. */
export interface Highlight {
  readonly thread: string
  readonly from: number
  readonly to: number
  readonly isFocused: boolean
  readonly isAnswered: boolean
}

/** Letters of a numbered paragraph that the leader has marked, as `shared/records/screen.ts` has them. */
export interface MarkedWords {
  readonly paragraph: number
  readonly from: number
  readonly to: number
}

interface PaperBlocksProps {
  blocks: readonly PaperNode[]
  /** The position of the first block. */
  start: number
  focusedParagraph?: number | null
  highlights?: readonly Highlight[]
  marked?: MarkedWords | null
}

type Drawing = Omit<PaperBlocksProps, 'blocks' | 'start'> & {
  /** Positions of the marked words. */
  readonly lit?: readonly [from: number, to: number]
}

const none: readonly Highlight[] = []
const aligns = ['left', 'center', 'right', 'justify']
const marks: Record<string, 'strong' | 'em' | 'u'> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
}

export function PaperBlocks({ blocks, start, ...drawing }: PaperBlocksProps): ReactNode {
  return children(blocks, start, drawing)
}

function children(nodes: readonly PaperNode[], start: number, drawing: Drawing): ReactNode[] {
  const positions = childPositions(nodes, start)
  return nodes.map((node, index) => draw(node, positions[index] ?? start, drawing))
}

function alignment(node: PaperNode): string | undefined {
  const align = node.attrs?.textAlign ?? node.attrs?.align
  return aligns.includes(String(align)) ? `is-${align}` : undefined
}

const span = (value: unknown) => (typeof value === 'number' && value > 1 ? value : undefined)

function draw(node: PaperNode, position: number, drawing: Drawing): ReactNode {
  const inner = () => children(node.content ?? [], position + 1, drawing)
  const key = position
  const { attrs = {} } = node
  switch (node.type) {
    case 'text':
      return runs(node, position, drawing)
    case 'paragraph': {
      const { marked } = drawing
      const at = position + 1
      const lit = marked && marked.paragraph === node.number && [at + marked.from, at + marked.to]
      const own = lit ? { ...drawing, lit: lit as [number, number] } : drawing
      return paragraph(node, position, drawing, children(node.content ?? [], at, own))
    }
    case 'heading': {
      // The page's own title is the h1.
      const level = attrs.level === 1 ? 'h2' : attrs.level === 2 ? 'h3' : 'h4'
      return createElement(level, { key, className: alignment(node) }, inner())
    }
    case 'bulletList':
      return <ul key={key}>{inner()}</ul>
    case 'orderedList': {
      const start = typeof attrs.start === 'number' ? attrs.start : undefined
      return (
        <ol key={key} start={start}>
          {inner()}
        </ol>
      )
    }
    case 'listItem':
      return <li key={key}>{inner()}</li>
    case 'table':
      return (
        <div key={key} className="version-table">
          <table>
            <tbody>{inner()}</tbody>
          </table>
        </div>
      )
    case 'tableRow':
      return <tr key={key}>{inner()}</tr>
    case 'tableHeader':
    case 'tableCell': {
      const cell = {
        key,
        colSpan: span(attrs.colspan),
        rowSpan: span(attrs.rowspan),
        className: alignment(node),
      }
      return createElement(node.type === 'tableCell' ? 'td' : 'th', cell, inner())
    }
    case 'hardBreak':
      return <br key={key} />
    case 'horizontalRule':
      return <hr key={key} />
    case 'image':
      return <Picture key={key} attrs={attrs} />
    default:
      // A node of a later schema: its words are shown, its form is not.
      return <div key={key}>{inner()}</div>
  }
}

function paragraph(node: PaperNode, position: number, drawing: Drawing, inner: ReactNode) {
  const { number } = node
  const classes = [
    alignment(node),
    node.attrs?.part === 'title' && 'is-title',
    node.attrs?.part === 'signature' && 'is-signature',
    number !== undefined && number === drawing.focusedParagraph && 'is-focused',
  ].filter(Boolean)
  return (
    <p
      key={position}
      id={number === undefined ? undefined : `p${number}`}
      data-number={number}
      aria-current={
        number !== undefined && number === drawing.focusedParagraph ? 'true' : undefined
      }
      className={classes.join(' ') || undefined}
    >
      {inner}
    </p>
  )
}

/** A run of text, cut where the words of comments, and those marked, begin and end. */
function runs(node: PaperNode, position: number, { highlights = none, lit }: Drawing): ReactNode {
  const text = node.text ?? ''
  const end = position + text.length
  const touching = highlights.filter(({ from, to }) => from < end && to > position)
  const cuts = [position, end, ...touching.flatMap(({ from, to }) => [from, to]), ...(lit ?? [])]
    .filter((at) => at >= position && at <= end)
    .sort((a, b) => a - b)
    .filter((at, index, all) => at !== all[index - 1])
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end
    const words = text.slice(from - position, to - position)
    return marked(
      node,
      <Run
        key={from}
        from={from}
        words={words}
        over={touching.filter((one) => one.from <= from && one.to >= to)}
        isLit={lit !== undefined && lit[0] <= from && lit[1] >= to}
      />,
      from,
    )
  })
}

interface RunProps {
  from: number
  words: string
  over: readonly Highlight[]
  isLit: boolean
}

function Run({ from, words, over, isLit }: RunProps) {
  const marker = isLit ? 'is-lit' : ''
  if (over.length === 0) {
    return (
      <span data-pos={from} className={marker || undefined}>
        {words}
      </span>
    )
  }
  const shown = over.find(({ isFocused }) => isFocused) ?? over.at(-1)
  const look = over.some(({ isFocused }) => isFocused)
    ? 'is-focused'
    : over.every(({ isAnswered }) => isAnswered)
      ? 'is-answered'
      : ''
  return (
    <span
      data-pos={from}
      data-thread={shown?.thread}
      className={`version-thread ${look} ${marker}`.trimEnd()}
    >
      {words}
    </span>
  )
}

function marked(node: PaperNode, words: ReactNode, key: number): ReactNode {
  let wrapped = words
  for (const mark of node.marks ?? []) {
    const tag = marks[mark.type]
    if (tag) wrapped = createElement(tag, { key }, wrapped)
    if (mark.type === 'author') {
      wrapped = (
        <WrittenBy key={key} by={String(mark.attrs?.by)}>
          {wrapped}
        </WrittenBy>
      )
    }
    const href = mark.type === 'link' ? mark.attrs?.href : undefined
    if (typeof href === 'string' && isSafeLink(href)) {
      wrapped = (
        <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
          {wrapped}
        </a>
      )
    }
  }
  return wrapped
}
