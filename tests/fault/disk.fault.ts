// A disk that fails or is full under a running server: it stops, says so, and had acknowledged nothing that is lost.
import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  expectRecovered,
  expectVersionsStand,
  type KeptVersion,
  keptVersion,
} from '../kit/after-faults'
import {
  act,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  threadsOf,
} from '../kit/session-maker'
import { type RunningServer, startServer, type Wish } from '../kit/start-server'
import { Typist } from '../kit/typist'

/** Told to the server's process; the words of the fault come back on standard error. */
async function breakDisk(server: RunningServer): Promise<void> {
  server.signal('SIGUSR2')
  await server.said('the disk fails from now on')
}

/** Comments one after the other until one is not acknowledged; gives the bodies of those that were. */
async function commentUntilRefused(
  people: People,
  session: SeenSession,
  body: (n: number) => string,
) {
  const acknowledged: string[] = []
  for (let n = 0; ; n++) {
    const path = `/api/documents/${session.documents.draft}/threads`
    const sent = people.thoa.post(path, { kind: 'remark', body: body(n) })
    // A cut line says as little as a refusal.
    const status = await sent.then(
      (answer) => answer.status,
      () => 0,
    )
    if (status !== 201) return acknowledged
    acknowledged.push(body(n))
  }
}

/**
 * Every sync of the process fails from now on, by strace. Where there is none, or it may not look
 * into the process, the log's last page is refused instead, and this is said.
 */
async function breakSync(server: RunningServer): Promise<void> {
  const inject = ['-e', 'trace=fdatasync,fsync', '-e', 'inject=fdatasync,fsync:error=EIO']
  const tracer = spawn('strace', ['-f', '-p', String(server.pid), ...inject, '-o', '/dev/null'])
  const isTracing = await new Promise<boolean>((resolve) => {
    tracer.once('error', () => resolve(false))
    tracer.once('exit', () => resolve(false))
    tracer.stderr.on('data', (said) => String(said).includes('attached') && resolve(true))
  })
  if (isTracing) return
  process.stdout.write('NO STRACE HERE: a refused write stands for the failed sync\n')
  await breakDisk(server)
}

interface Scene {
  readonly server: RunningServer
  readonly people: People
  readonly session: SeenSession
  readonly versions: readonly KeptVersion[]
}

/** A server with a paper that was frozen once and stands open again; `wish` is how it then runs. */
async function scene(wish: (dataDir: string) => Wish): Promise<Scene> {
  const first = await startServer({ demo: true })
  const { dataDir } = first
  const port = Number(new URL(first.origin).port)
  const people = await signInAll(first.origin)
  const session = await sessionAt(people, 'frozen')
  await act(people.lam, session, 'reopen', 'Bổ sung')
  const versions = await Promise.all(
    session.versions.map((version) => keptVersion(people.nga, version)),
  )
  await first.stop()
  const server = await startServer({ demo: true, dataDir, port, ...wish(dataDir) })
  return { server, people, session, versions }
}

/** Starts it on a sound disk: what was acknowledged is there, and it works again. */
async function expectSound(
  { server, people, session, versions }: Scene,
  words: readonly string[],
  comments: readonly string[],
): Promise<void> {
  const port = Number(new URL(server.origin).port)
  const after = await startServer({ demo: true, dataDir: server.dataDir, port })
  await expectRecovered([people.hanh, people.bao], session.documents.draft, words, 'after')
  const threads = (await threadsOf(people.nga, session)) as unknown as { body: string }[]
  const bodies = threads.map(({ body }) => body)
  expect(comments.filter((body) => !bodies.includes(body))).toEqual([])
  expect(await expectVersionsStand(people.nga, session.id, versions)).toEqual(versions)
  await act(people.phuong, session, 'pass')
  await act(people.tuan, session, 'freeze')
  expect(await expectVersionsStand(people.nga, session.id, versions)).toHaveLength(2)
  expect(await after.stop()).toBe(0)
  after.forget()
}

/** Three typists who type until the server is gone. */
function typists({ people, session }: Scene, padding = 0) {
  let isUnderWay: () => void = () => undefined
  const underWay = new Promise<void>((resolve) => {
    isUnderWay = resolve
  })
  const all = [people.hanh, people.hanh, people.bao].map(
    (visitor, i) =>
      new Typist(visitor, session.documents.draft, `d${i}`, {
        padding,
        told: ({ acknowledged }) => acknowledged.length > 10 && isUnderWay(),
      }),
  )
  const typing = all.map((typist) => typist.type())
  return {
    underWay,
    gone: Promise.all(typing),
    words: () => all.flatMap(({ acknowledged }) => acknowledged),
  }
}

describe('[T6] the disk under a running server', { timeout: 180_000 }, () => {
  it.each(['log-full', 'log-commit'] as const)(
    '%s: typing ends the server, and nothing acknowledged is lost',
    async (faultyDisk) => {
      const set = await scene(() => ({ faultyDisk }))
      const typing = typists(set)
      await typing.underWay
      await breakDisk(set.server)
      expect(await set.server.gone).not.toBe(0)
      await typing.gone
      expect(set.server.complaints()).toContain('"fact":"disk"')
      await expectSound(set, typing.words(), [])
    },
  )

  it('a sync that fails: typing ends the server, and nothing acknowledged is lost', async () => {
    const set = await scene(() => ({ faultyDisk: 'log-commit' }))
    const typing = typists(set)
    await typing.underWay
    await breakSync(set.server)
    expect(await set.server.gone).not.toBe(0)
    await typing.gone
    expect(set.server.complaints()).toContain('"fact":"disk"')
    await expectSound(set, typing.words(), [])
  })

  it.each(['file-sync', 'file-full'] as const)(
    '%s: a comment ends the server, and nothing acknowledged is lost',
    async (faultyDisk) => {
      const set = await scene(() => ({ faultyDisk }))
      const typing = typists(set)
      const breaking: Promise<void>[] = []
      const comments = await commentUntilRefused(set.people, set.session, (n) => {
        if (n === 10) breaking.push(breakDisk(set.server))
        return `ý kiến ${n}`
      })
      expect(comments.length).toBeGreaterThanOrEqual(10)
      expect(await set.server.gone).not.toBe(0)
      await Promise.all(breaking)
      await typing.gone
      expect(set.server.complaints()).toContain('"fact":"disk"')
      await expectSound(set, typing.words(), comments)
    },
  )

  it.each(['file-sync', 'file-full'] as const)(
    '%s: a freeze makes no version and ends the server',
    async (faultyDisk) => {
      const set = await scene(() => ({ faultyDisk }))
      const { people, session, server } = set
      await act(people.phuong, session, 'pass')
      await breakDisk(server)
      const path = `/api/sessions/${session.id}/moves`
      const status = await people.tuan.post(path, { act: 'freeze' }).then(
        (answer) => answer.status,
        () => 0,
      )
      expect([0, 500]).toContain(status)
      expect(await server.gone).not.toBe(0)
      await expectSound(set, [], [])
    },
  )

  it('a log that grows to the bound of the disk ends the server', async () => {
    const set = await scene((dataDir) => ({
      maxFileBytes: Math.ceil(statSync(join(dataDir, 'log/data.mdb')).size / 1024 + 256) * 1024,
    }))
    const typing = typists(set, 2000)
    expect(await set.server.gone).not.toBe(0)
    await typing.gone
    expect(typing.words().length).toBeGreaterThan(0)
    await expectSound(set, typing.words(), [])
  })

  it('records that grow to the bound of the disk end the server', async () => {
    // The log is larger than the records and must not be what meets the bound.
    const set = await scene((dataDir) => ({
      maxFileBytes: Math.ceil(statSync(join(dataDir, 'log/data.mdb')).size / 1024 + 512) * 1024,
    }))
    const long = 'x'.repeat(9000)
    const comments = await commentUntilRefused(set.people, set.session, (n) => `${n} ${long}`)
    expect(comments.length).toBeGreaterThan(10)
    expect(await set.server.gone).not.toBe(0)
    expect(set.server.complaints()).toContain('EFBIG')
    await expectSound(set, [], comments)
  })
})
