// Which attributes and marks a paper may hold, asked of raw values that no schema has seen yet.
import { markAttributes, nodeAttributes } from '../../../shared/document/attributes'
import { commentKey, commentPrefix } from '../../../shared/document/comment-mark'
import { childrenOf, paperSchema } from '../../../shared/document/schema'

/** `doc` is the root itself and `text` no element: y-prosemirror deletes an element of that name. */
export const isNodeName = (name: string): boolean =>
  childrenOf.has(name) && name !== 'doc' && name !== 'text'

export const mayHold = (parent: string, child: string): boolean =>
  childrenOf.get(parent)?.has(child) ?? false

/** `Object.hasOwn`, so that `constructor` and `__proto__` are names like any other unknown one. */
export function isAttributeAllowed(node: string, name: string, value: unknown): boolean {
  const rules = Object.hasOwn(nodeAttributes, node) ? nodeAttributes[node] : undefined
  const allows = rules && Object.hasOwn(rules, name) ? rules[name] : undefined
  return allows?.(value) ?? false
}

export const isAttribute = (node: string, name: string): boolean =>
  Object.hasOwn(nodeAttributes, node) && Object.hasOwn(nodeAttributes[node] as object, name)

const commentKeyForm = /^[A-Za-z0-9+/]{8}$/

/** The mark that an attribute of a Y.XmlText stands for; `null` when the paper has none such. */
export function markOfKey(key: string): string | null {
  if (key.startsWith(commentPrefix)) {
    return commentKeyForm.test(key.slice(commentPrefix.length)) ? 'comment' : null
  }
  // The bare key would replace another person's comment.
  return key !== 'comment' && Object.hasOwn(paperSchema.marks, key) ? key : null
}

/**
 * `null` ends a mark. A mark without attributes is `{}`, as y-prosemirror writes it, or `true`, as
 * other programs do: y-prosemirror 1.3.7 reads both alike.
 */
export function isFormatAllowed(key: string, value: unknown): boolean {
  const mark = markOfKey(key)
  if (mark === null) return false
  if (value === null) return true
  const rules = Object.hasOwn(markAttributes, mark) ? markAttributes[mark] : undefined
  if (value === true) return rules === undefined
  if (typeof value !== 'object' || Array.isArray(value)) return false
  const given = value as Record<string, unknown>
  const names = Object.keys(given)
  if (!rules) return names.length === 0
  if (!names.every((name) => Object.hasOwn(rules, name))) return false
  return Object.entries(rules).every(([name, allows]) =>
    allows(Object.hasOwn(given, name) ? given[name] : undefined),
  )
}

/** Threads in one update: hashing one takes longer than all else about its mark. */
const mostThreads = 2000

/**
 * A comment's key that is not the hash of its value empties the paragraph in every editor. `seen`
 * holds the keys of this update that were found right; call it after `isFormatAllowed`.
 */
export function isKeyOfValue(key: string, value: unknown, seen: Map<string, string>): boolean {
  if (value === null || !key.startsWith(commentPrefix)) return true
  const { thread } = value as { thread: string }
  if (seen.get(key) === thread) return true
  if (seen.size >= mostThreads || commentKey(thread) !== key) return false
  seen.set(key, thread)
  return true
}
