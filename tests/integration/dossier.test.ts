// [P5] A session's dossier at the doors: who gets what of it, that it opens without us, and that its check holds.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { secret } from '../kit/notes'
import { must, type People, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { unzipBytes } from '../kit/unzip'
import type { Visitor } from '../kit/visitor'

let server: RunningServer
let people: People
let session: { id: string; versions: { number: number; sha256: string }[] }
const folder = mkdtempSync(join(tmpdir(), 'banthao-dossier-'))
beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  session = await people.nga.sessionAt('approved')
  const note = { kind: 'note', body: secret }
  await must(people.thoa.post(`/api/sessions/${session.id}/notes`, note))
})
afterAll(async () => {
  await server?.stop()
  server?.forget()
  rmSync(folder, { recursive: true })
})

async function take(visitor: Visitor): Promise<Uint8Array> {
  const response = await fetch(`${server.origin}/api/sessions/${session.id}/dossier`, {
    headers: { cookie: visitor.cookie },
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="ho-so-/)
  return new Uint8Array(await response.arrayBuffer())
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const verify = (path: string) =>
  new Promise<{ code: number; words: string }>((resolve) => {
    const script = join(import.meta.dirname, '../../server/verify/verify.ts')
    execFile(process.execPath, ['--import', 'tsx', script, path], (error, words) =>
      resolve({ code: error ? Number(error.code) : 0, words }),
    )
  })

describe('the dossier of a session', () => {
  it('[P5] holds each version as bytes, Word and PDF, the table, and the digest of every file', async () => {
    const archive = await take(people.thoa)
    const files = unzipBytes(archive)
    const names = [...files.keys()]
    for (const { number, sha256 } of session.versions) {
      const own = `ban-chot/ban-chot-${number}-${sha256.slice(0, 8)}`
      expect(names).toContain(`${own}/ban-chot-${number}.docx`)
      expect(names).toContain(`${own}/ban-chot-${number}.pdf`)
      expect(sha256Of(files.get(`${own}/${sha256}.json`) ?? Buffer.alloc(0))).toBe(sha256)
    }
    expect(names[0]).toBe('DOC-TOI-TRUOC.txt')
    for (const name of ['bang-tiep-thu/bang-tiep-thu.docx', 'bang-tiep-thu/bang-tiep-thu.pdf']) {
      expect(names).toContain(name)
    }
    expect(names).toContain('dang-viet/de-cuong.docx')
    // Names that every system takes, and every one of them listed.
    for (const name of names) expect(name).toMatch(/^[\w./-]+$/)
    const sums = (files.get('SHA256SUMS') ?? '').toString().trim().split('\n')
    expect(sums.map((line) => line.slice(66)).sort()).toEqual(
      names.filter((name) => name !== 'SHA256SUMS').sort(),
    )
    for (const line of sums) {
      expect(sha256Of(files.get(line.slice(66)) ?? Buffer.alloc(0))).toBe(line.slice(0, 64))
    }
    // [N3] No export holds a private note, not even its author's.
    for (const [name, bytes] of files) {
      const parts = name.endsWith('.docx') ? [...unzipBytes(bytes).values()] : [bytes]
      expect([name, Buffer.concat(parts).includes(secret)]).toEqual([name, false])
    }
    const page = (files.get('muc-luc.html') ?? '').toString()
    expect(page).not.toMatch(/<script|https?:\/\/|src=/)
    for (const [, href = ''] of page.matchAll(/href="([^"]*)"/g)) expect(names).toContain(href)
    for (const { sha256 } of session.versions) expect(page).toContain(sha256)
    writeFileSync(join(folder, 'ho-so.zip'), archive)
  })

  it('[P5] is checked as a whole by the command, to the last letter', async () => {
    const whole = await verify(join(folder, 'ho-so.zip'))
    expect(whole).toMatchObject({ code: 0 })
    expect(whole.words).toContain('Hồ sơ nguyên vẹn')
    const bytes = await take(people.thoa)
    // One bit of the last file's packed bytes.
    const at = Buffer.from(bytes).lastIndexOf('SHA256SUMS', bytes.length - 200) - 40
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(join(folder, 'hong.zip'), bytes)
    expect((await verify(join(folder, 'hong.zip'))).code).toBe(1)
  })

  it('[P5] gives a guest the versions and what was said of them, a technician nothing', async () => {
    const names = [...unzipBytes(await take(people.khach)).keys()]
    expect(names.filter((name) => name.startsWith('dang-viet/'))).toEqual([])
    expect(names.filter((name) => name.endsWith('.json')).length).toBe(session.versions.length + 1)
    const door = `/api/sessions/${session.id}/dossier`
    expect((await people.kythuat.get(door)).status).toBe(403)
    const early = await people.nga.sessionAt('draft')
    expect((await people.khach.get(`/api/sessions/${early.id}/dossier`)).status).toBe(403)
    expect((await people.nga.get('/api/sessions/khong-co/dossier')).status).toBe(404)
  })

  it('[P5] is made no further once nobody takes it', async () => {
    const ask = (signal: AbortSignal | null = null) =>
      fetch(`${server.origin}/api/sessions/${session.id}/dossier`, {
        headers: { cookie: people.thoa.cookie },
        signal,
      })
    for (let again = 0; again < 4; again++) {
      const stop = new AbortController()
      const response = await ask(stop.signal)
      // Two at once are made; others are told to come back.
      expect([200, 503]).toContain(response.status)
      await response.body?.getReader().read()
      stop.abort()
    }
    // What was given up holds no place.
    const finished = async () => {
      const response = await ask()
      await response.arrayBuffer()
      return response.status
    }
    await expect.poll(finished, { timeout: 60_000 }).toBe(200)
  })
})
