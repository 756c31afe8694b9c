// What the guard costs a keystroke on a paper of 100,000 characters: `npx tsx tests/load/guard-cost.ts`.
import { prosemirrorJSONToYXmlFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { guardUpdate } from '../../server/rooms/guard-update'
import { paperSchema } from '../../shared/document/schema'
import { diceOf } from '../kit/paper-editor'

const dice = diceOf(7)
const author = new Y.Doc()
const root = author.getXmlFragment('default')
const paragraph = (i: number) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: `đoạn văn số ${i} `.repeat(20).slice(0, 200) }],
})
const paper = { type: 'doc', content: Array.from({ length: 500 }, (_, i) => paragraph(i)) }
prosemirrorJSONToYXmlFragment(paperSchema as never, paper, root)

const room = new Y.Doc()
room.getXmlFragment('default')
Y.applyUpdate(room, Y.encodeStateAsUpdate(author))

const updates: Uint8Array[] = []
author.on('update', (update: Uint8Array) => updates.push(update))
for (let burst = 0; burst < 12_000; burst++) {
  const text = (root.get(dice(500)) as Y.XmlElement).get(0) as Y.XmlText
  const at = dice(text.length - 4)
  const what = dice(10)
  if (what < 8) for (let i = 0; i < 4; i++) text.insert(at + i, 'chữ '.charAt(i))
  else if (what === 8) text.delete(at, 1)
  else text.format(at, 3, { bold: {} })
}

const state = { doc: room, ownerOf: () => 'an' }
const times: number[] = []
let applying = 0
for (const update of updates) {
  const start = performance.now()
  const verdict = guardUpdate(update, 'an', state)
  const guarded = performance.now()
  if (!verdict.ok) throw new Error(verdict.why)
  Y.applyUpdate(room, update)
  applying += performance.now() - guarded
  times.push(guarded - start)
}
const warm = times.slice(2000).sort((a, b) => a - b)
const micro = (ms: number | undefined) => `${((ms ?? 0) * 1000).toFixed(1)} µs`
console.info({
  updates: updates.length,
  mean: micro(warm.reduce((sum, time) => sum + time, 0) / warm.length),
  p50: micro(warm[warm.length >> 1]),
  p99: micro(warm[Math.floor(warm.length * 0.99)]),
  applyMean: micro(applying / updates.length),
})
