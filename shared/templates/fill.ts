// Fills a template's fields with facts, and names what in it is no field.
import { type PaperNode, plainText } from '../document/outline'
import { type Facts, fieldNamed, tokenPattern } from './fields'

/** What nobody knows yet is written by hand. */
export const dottedLine = '……………'

const isTextblock = ({ type }: PaperNode) => type === 'paragraph' || type === 'heading'

/** What is written in double braces and is no field, each once, as it stands. */
export function wrongFields(template: PaperNode): string[] {
  const wrong = new Set<string>()
  const visit = (node: PaperNode): void => {
    if (!isTextblock(node)) {
      for (const child of node.content ?? []) visit(child)
      return
    }
    for (const [token, name] of plainText(node).matchAll(tokenPattern)) {
      if (name === undefined || fieldNamed(name) === null) wrong.add(token)
    }
  }
  visit(template)
  return [...wrong]
}

interface Change {
  readonly from: number
  readonly to: number
  readonly words: string
}

/** A field may be cut by marks: its words take the look of where it begins. */
function changed(content: readonly PaperNode[], changes: readonly Change[]): PaperNode[] {
  let at = 0
  return content.flatMap((node): PaperNode[] => {
    if (node.text === undefined) {
      at += plainText(node).length
      return [node]
    }
    const start = at
    const end = start + node.text.length
    at = end
    let text = ''
    let kept = start
    for (const { from, to, words } of changes) {
      if (to <= start || from >= end) continue
      text += node.text.slice(kept - start, Math.max(from, start) - start)
      if (from >= start) text += words
      kept = Math.min(to, end)
    }
    text += node.text.slice(kept - start)
    return text === '' ? [] : [{ ...node, text }]
  })
}

/** The template with every field replaced by what is known of it. Pure. */
export function fill(template: PaperNode, facts: Facts): PaperNode {
  if (!template.content) return template
  if (!isTextblock(template)) {
    return { ...template, content: template.content.map((child) => fill(child, facts)) }
  }
  const changes: Change[] = []
  for (const { 0: token, 1: name, index } of plainText(template).matchAll(tokenPattern)) {
    const field = name === undefined ? null : fieldNamed(name)
    if (field === null) continue
    const words = facts[field]?.normalize('NFC').trim() || dottedLine
    changes.push({ from: index, to: index + token.length, words })
  }
  if (changes.length === 0) return template
  return { ...template, content: changed(template.content, changes) }
}
