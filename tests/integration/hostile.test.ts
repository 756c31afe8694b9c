// One hostile socket after the other on the real server: refused, bounded, and colleagues go on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Attack } from '../kit/attack'
import { blows } from '../kit/attack-blows'
import { floods } from '../kit/attack-floods'
import { step1Frame, tryFrames } from '../kit/frames'
import { peakMb, resetPeak, residentMb } from '../kit/proc'
import { RawLine } from '../kit/raw-line'
import { act, newSession, type People, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

/** A full paper is 32; what the collector has not taken yet comes on top. Unbounded, each is hundreds. */
const mostMb = 96

let server: RunningServer
let people: People

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

/** A paper of its own for each attack: what a writer has the right to spoil is spoilt there only. */
async function newPaper(): Promise<string> {
  const session = await act(people.nga, await newSession(people), 'assign')
  return session.documents.outline
}

async function survive(attack: Attack): Promise<void> {
  const documentId = await newPaper()
  const colleague = await people.hanh.open(documentId).synced()
  colleague.write('lời của đồng chí trước đó')
  await colleague.allSaved()
  const before = colleague.text.toString()
  const resident = residentMb(server.pid)
  resetPeak(server.pid)

  const line = await RawLine.open(people.bao, `/sync/${documentId}`)
  await attack.run(line, {
    attacker: people.bao,
    colleague: people.hanh,
    documentId,
    floodMs: 1000,
  })
  line.destroy()
  expect(attack.ends).toContain(line.closeCode)

  colleague.write('và lời sau đó')
  await colleague.allSaved()
  const newcomer = await people.thoa.open(documentId).synced()
  await newcomer.until((text) => text.includes('và lời sau đó'))
  const text = newcomer.text.toString()
  expect(text).toContain('lời của đồng chí trước đó')
  const after = '<paragraph>và lời sau đó</paragraph>'
  if (!attack.writes) expect(text.replace(after, '')).toBe(before)
  for (const { doc } of [colleague, newcomer]) {
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  }
  expect(() => Y.encodeStateVector(newcomer.doc)).not.toThrow()
  expect(peakMb(server.pid) - resident).toBeLessThan(mostMb)
  colleague.leave()
  newcomer.leave()
}

const named = (attacks: readonly Attack[]) =>
  attacks.map((attack) => [`${attack.name} (threat ${attack.threat})`, attack] as const)

describe('a message that would hurt if it were believed', () => {
  it.each(named(blows))('[G][S13] %s: refused, colleagues go on', async (_, attack) => {
    await survive(attack)
  })

  it('[C] a state vector of more than 100 kB closes with 4400', async () => {
    const vector = new Uint8Array(100_001).fill(1)
    const socket = people.thoa.socket(`/sync/${await newPaper()}`)
    expect(await tryFrames(socket, [step1Frame(vector)])).toBe(4400)
  })
})

describe('a flood, and a peer that does not read', () => {
  it.each(named(floods.filter(({ stallsYjs }) => !stallsYjs)))(
    '[C] %s: bounded, colleagues go on',
    async (_, attack) => {
      await survive(attack)
    },
  )
})
