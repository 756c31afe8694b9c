// Mutated frames through the real door: no crash, no poisoned paper, no false acknowledgement.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type WebSocket from 'ws'
import * as Y from 'yjs'
import { isWritingFrame, opened, readFrame, step2Frame, updateFrame } from '../kit/frames'
import { mutate, twist } from '../kit/mutations'
import { type Dice, diceOf, PaperEditor } from '../kit/paper-editor'
import { seed } from '../kit/seeded'
import { act, newSession, type People, signInAll } from '../kit/session-maker'
import { newDataDir, type RunningServer, startServer } from '../kit/start-server'
import { signIn, type Visitor } from '../kit/visitor'

const frames = Number(process.env.FUZZ_FRAMES ?? 2000)
const atATime = 8

const dataDir = newDataDir()
let server: RunningServer
let people: People
let documentId: string

beforeAll(async () => {
  server = await startServer({ demo: true, dataDir })
  people = await signInAll(server.origin)
  const session = await act(people.nga, await newSession(people), 'assign')
  documentId = session.documents.outline
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

/** Brings nothing, and is acknowledged after all before it. */
const sentinel = updateFrame(Uint8Array.of(0, 0))

/** Sends one frame on a socket of its own; what became of it, in the server's own words. */
async function outcomeOf(socket: WebSocket, frame: Uint8Array): Promise<'saved' | 'gap' | number> {
  let questions = 0
  const outcome = new Promise<'saved' | 'gap' | number>((resolve) => {
    socket.on('close', resolve)
    socket.on('error', () => undefined)
    socket.on('message', (data: Buffer) => {
      const { type, syncType, payload } = readFrame(new Uint8Array(data))
      if (type === 100 && payload[0] === (isWritingFrame(frame) ? 2 : 1)) resolve('saved')
      // The first is asked of every writer, another one after a gap.
      if (syncType === 0 && ++questions === 2) resolve('gap')
    })
  })
  await Promise.race([opened(socket), outcome])
  if (socket.readyState === socket.OPEN) for (const each of [frame, sentinel]) socket.send(each)
  const heard = await outcome
  socket.terminate()
  return heard
}

function spoilt(updates: readonly Uint8Array[], clients: readonly number[], dice: Dice) {
  const update = updates[dice(updates.length)] as Uint8Array
  const frame = dice(5) ? updateFrame : step2Frame
  const what = dice(10)
  if (what < 4) return frame(mutate(update, updates, dice))
  if (what < 8) return frame(twist(update, clients, dice))
  if (what === 8) return frame(twist(twist(update, clients, dice), clients, dice))
  return mutate(frame(update), updates.map(frame), dice)
}

async function replica(visitor: Visitor): Promise<Y.Doc> {
  const client = await visitor.open(documentId).synced()
  client.leave()
  return client.doc
}
const textOf = (doc: Y.Doc) => doc.getXmlFragment('default').toString()
const pending = ({ store }: Y.Doc) => [store.pendingStructs, store.pendingDs]

it(
  `[G14][S2] ${frames} mutated frames, SEED=${seed}: what is acknowledged is recovered after kill -9, nothing else comes in`,
  async () => {
    const dice = diceOf(seed)
    const about = `SEED=${seed}`
    // An honest author at work, who stays connected all the while.
    const author = await people.hanh.open(documentId).synced()
    const updates: Uint8Array[] = []
    author.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== author.provider) updates.push(update)
    })
    const editor = new PaperEditor(author.doc)
    for (let i = 0; i < 60; i++) editor.act(dice)
    await author.allSaved()
    // What is mutated is new to the server as well: work of the attacker's own.
    const own = new Y.Doc()
    Y.applyUpdate(own, Y.encodeStateAsUpdate(author.doc))
    const honest = [...updates]
    own.on('update', (update: Uint8Array) => honest.push(update))
    const ownEditor = new PaperEditor(own)
    for (let i = 0; i < 60; i++) ownEditor.act(dice)
    const clients = [author.doc.clientID, own.clientID, 1, 2 ** 31, 2 ** 32 - 1]

    const taken: Uint8Array[] = []
    const outcomes = new Map<string | number, number>()
    for (let i = 0; i < frames; i += atATime) {
      await Promise.all(
        Array.from({ length: atATime }, async () => {
          const frame = spoilt(honest, clients, dice)
          const outcome = await outcomeOf(people.bao.socket(`/sync/${documentId}`), frame)
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
          if (outcome === 'saved' && isWritingFrame(frame)) taken.push(readFrame(frame).payload)
        }),
      )
    }
    process.stdout.write(`door: ${JSON.stringify(Object.fromEntries(outcomes))}\n`)
    expect(Object.keys(Object.fromEntries(outcomes)).sort(), about).toEqual(
      expect.arrayContaining(['4400', 'saved']),
    )

    author.write('lời cuối của tác giả')
    await author.allSaved()
    const live = await replica(people.nga)
    expect(textOf(live), about).toContain('lời cuối của tác giả')
    expect([pending(live), pending(author.doc)], about).toEqual([
      [null, null],
      [null, null],
    ])
    author.leave()

    const port = Number(new URL(server.origin).port)
    await server.kill()
    server = await startServer({ demo: true, dataDir, port })
    const [one, two] = await Promise.all([replica(people.nga), replica(people.thoa)])
    expect(textOf(two), about).toBe(textOf(one))
    expect(pending(one), about).toEqual([null, null])
    expect(Y.decodeStateVector(Y.encodeStateVector(one)), about).toEqual(
      Y.decodeStateVector(Y.encodeStateVector(live)),
    )
    // What was acknowledged is all there: none of it changes what was recovered.
    const recovered = Y.encodeStateAsUpdate(one)
    for (const update of taken) Y.applyUpdate(one, update)
    expect(Buffer.compare(Y.encodeStateAsUpdate(one), recovered), about).toBe(0)

    const again = await (await signIn(server.origin, 'hanh')).open(documentId).synced()
    again.write('và sau dậy lại')
    await again.allSaved()
    expect(textOf(await replica(people.thoa)), about).toContain('và sau dậy lại')
    again.leave()
  },
  60_000 + frames * 60,
)
