// Makes a live paper read as another one by the fewest edits: what is in both is not touched.
import * as Y from 'yjs'
import { changesBetween } from '../../../shared/changes/changes'
import { inlineOf, isTextblock } from '../../../shared/changes/units'
import type { PaperNode } from '../../../shared/document/outline'
import { carriedComments } from './carried-comments'
import { editInline, inlineChildren, type Wished } from './edit-inline'
import { type LiveNode, livePaper, type Parent } from './live-paper'
import { type Plan, planOf } from './plan'

class Editing {
  readonly #plan: Plan
  /** Each node's letters, whichever paragraph they go to. */
  readonly #live = new Map<PaperNode, LiveNode>()
  /** Of the wished paper. */
  readonly #parents = new Map<PaperNode, PaperNode>()

  constructor(root: LiveNode, wished: PaperNode) {
    this.#note(root)
    this.#parent(wished)
    this.#plan = planOf(changesBetween(root.node, wished))
  }

  #note(live: LiveNode): void {
    this.#live.set(live.node, live)
    for (const child of live.children) this.#note(child)
  }

  #parent(node: PaperNode): void {
    for (const child of node.content ?? []) {
      this.#parents.set(child, node)
      if (child.text === undefined) this.#parent(child)
    }
  }

  #wished(node: PaperNode): Wished {
    const inline = inlineOf(node)
    const kept = this.#plan.kept.get(node) ?? []
    const comments = carriedComments(inline.text.length, kept, ({ from }) => {
      return this.#live.get(from)?.comments ?? []
    })
    return { node, inline, comments }
  }

  /** How many letters below an old node go to each child of a wished one. */
  #countInto(live: LiveNode, target: PaperNode, counts: Map<PaperNode, number>): void {
    let into = this.#plan.becomes.get(live.node)
    while (into && this.#parents.get(into) !== target) into = this.#parents.get(into)
    if (into) counts.set(into, (counts.get(into) ?? 0) + live.comments.length + 1)
    for (const child of live.children) this.#countInto(child, target, counts)
  }

  /** The children that stay, each with the one it becomes; both in order. */
  #staying(live: LiveNode, target: PaperNode): [LiveNode, number][] {
    const wanted = target.content ?? []
    const places = new Map(wanted.map((node, index) => [node, index]))
    const best = new Map<number, { child: LiveNode; count: number }>()
    for (const child of live.children) {
      const counts = new Map<PaperNode, number>()
      this.#countInto(child, target, counts)
      const [into, count = 0] = [...counts].sort(([, p], [, q]) => q - p)[0] ?? []
      const index = into ? places.get(into) : undefined
      if (index === undefined || into?.type !== child.node.type) continue
      if (count > (best.get(index)?.count ?? 0)) best.set(index, { child, count })
    }
    let last = -1
    return [...best]
      .sort(([p], [q]) => p - q)
      .flatMap(([index, { child }]): [LiveNode, number][] => {
        if (child.at <= last) return []
        last = child.at
        return [[child, index]]
      })
  }

  children(live: LiveNode, target: PaperNode): void {
    const wanted = target.content ?? []
    const pairs = this.#staying(live, target)
    let [end, last] = [live.y.length, wanted.length]
    const replace = (from: number, first: number) => {
      if (from < end) live.y.delete(from, end - from)
      const fresh = wanted.slice(first, last).map((node) => this.#made(node))
      if (fresh.length > 0) live.y.insert(from, fresh)
    }
    for (const [child, index] of pairs.toReversed()) {
      replace(child.at + 1, index + 1)
      end = child.at
      last = index
    }
    replace(0, 0)
    for (const [child, index] of pairs) this.#node(child, wanted[index] as PaperNode)
  }

  #node(live: LiveNode, target: PaperNode): void {
    const y = live.y as Y.XmlElement
    const attrs = target.attrs ?? {}
    for (const [name, value] of Object.entries(y.getAttributes())) {
      if ((attrs[name] ?? null) === null && (value ?? null) !== null) y.removeAttribute(name)
    }
    setAttributes(y, attrs)
    if (!isTextblock(target)) return this.children(live, target)
    const kept = this.#plan.kept.get(target) ?? []
    editInline(
      live,
      this.#wished(target),
      kept.filter(({ from }) => from === live.node),
    )
  }

  #made(node: PaperNode): Y.XmlElement {
    const y = new Y.XmlElement(node.type)
    for (const [name, value] of Object.entries(node.attrs ?? {})) {
      if (value !== null && value !== undefined) y.setAttribute(name, value as string)
    }
    const children = isTextblock(node)
      ? inlineChildren(this.#wished(node))
      : (node.content ?? []).map((child) => this.#made(child))
    if (children.length > 0) y.insert(0, children)
    return y
  }
}

function setAttributes(y: Y.XmlElement, attrs: Record<string, unknown>): void {
  const present: Record<string, unknown> = y.getAttributes()
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined) continue
    if (JSON.stringify(present[name]) !== JSON.stringify(value)) {
      y.setAttribute(name, value as string)
    }
  }
}

/** In the transaction of the caller. `wished` is a text that the schema allows, without comment marks. */
export function editPaper(root: Parent, wished: PaperNode): void {
  const live = livePaper(root)
  new Editing(live, wished).children(live, wished)
}
