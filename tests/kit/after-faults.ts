// What must hold after every fault: acknowledged ⊆ recovered, replicas equal, nothing pending, versions unchanged.
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type * as Y from 'yjs'
import { fromCanonicalBytes } from '../../shared/document/canonical'
import { plainText } from '../../shared/document/outline'
import { rootName } from '../../shared/protocol'
import { LeanClient } from './lean-client'
import { must, type SeenSession } from './session-maker'
import { wordsIn } from './typist'
import type { Visitor } from './visitor'

/** A fresh copy of a paper, as a newcomer gets it. */
export async function copyOf(visitor: Visitor, documentId: string): Promise<Y.Doc> {
  const client = new LeanClient(visitor, documentId, { writes: true })
  await client.opened()
  await client.leave()
  return client.doc as Y.Doc
}

export const xmlOf = (doc: Y.Doc): string => doc.getXmlFragment(rootName).toString()

export function expectNothingPending({ store }: Y.Doc): void {
  expect([store.pendingStructs, store.pendingDs]).toEqual([null, null])
}

/** Two newcomers see the same; every acknowledged word is there, none twice. Returns the text. */
export async function expectRecovered(
  readers: readonly [Visitor, Visitor],
  documentId: string,
  acknowledged: readonly string[],
  about: string,
): Promise<string> {
  const [one, two] = await Promise.all([
    copyOf(readers[0], documentId),
    copyOf(readers[1], documentId),
  ])
  for (const doc of [one, two]) expectNothingPending(doc)
  const text = xmlOf(one)
  expect(xmlOf(two), about).toBe(text)
  const words = wordsIn(text)
  const there = new Set(words)
  expect(words.length, `${about}: a word stands twice`).toBe(there.size)
  expect(
    acknowledged.filter((word) => !there.has(word)),
    `${about}: acknowledged and lost`,
  ).toEqual([])
  return text
}

export interface KeptVersion {
  readonly id: string
  readonly number: number
  readonly sha256: string
  /** Its words, from the very bytes that the digest covers. */
  readonly words: readonly string[]
}

/** A version by its bytes; fails when they are not what its digest says. */
export async function keptVersion(
  visitor: Visitor,
  { id, number, sha256 }: SeenSession['versions'][number],
): Promise<KeptVersion> {
  const response = await fetch(`${visitor.origin}/api/versions/${id}/bytes`, {
    headers: { cookie: visitor.cookie },
  })
  // A server that could not answer has lost nothing yet.
  if (!response.ok) throw new Error(`version ${number}: ${response.status}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex'), `version ${number}`).toBe(sha256)
  return { id, number, sha256, words: wordsIn(plainText(fromCanonicalBytes(bytes))) }
}

/** Every version known before is still there and the same; returns all there are now. */
export async function expectVersionsStand(
  visitor: Visitor,
  sessionId: string,
  known: readonly KeptVersion[],
): Promise<KeptVersion[]> {
  const { versions }: SeenSession = await must(visitor.get(`/api/sessions/${sessionId}`))
  const now = await Promise.all(versions.map((version) => keptVersion(visitor, version)))
  expect(now.slice(0, known.length)).toEqual(known)
  expect(now.map(({ number }) => number)).toEqual(now.map((_, i) => i + 1))
  return now
}
