// [X1] [X3] [X4] The files of a version at the doors: who gets them, under which name, and what the exact bytes say of them.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../kit/read-pdf'
import { type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { unzip } from '../kit/unzip'
import { refusal, Visitor } from '../kit/visitor'

let server: RunningServer
let people: People
let session: SeenSession
let path = ''
const folder = mkdtempSync(join(tmpdir(), 'banthao-files-'))
const root = join(import.meta.dirname, '../..')

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  session = await people.thoa.sessionAt('frozen')
  path = `versions/${session.versions.at(-1)?.id}`
})

afterAll(async () => {
  await server.stop()
  server.forget()
  rmSync(folder, { recursive: true })
})

/** Exit code and words of `npm run verify`, without npm. */
const verify = (...args: string[]) =>
  new Promise<{ code: number; words: string }>((resolve) => {
    const program = ['--import', 'tsx', join(root, 'server/verify/verify.ts'), ...args]
    execFile(process.execPath, program, { cwd: root }, (error, words) =>
      resolve({ code: error ? Number(error.code) : 0, words }),
    )
  })

describe('the files of a version', () => {
  it('are Word and PDF with the code of the very bytes that were frozen', async () => {
    const { bytes } = await people.thoa.file(`/api/${path}/bytes`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(sha256).toBe(session.versions.at(-1)?.sha256)
    const code = `${sha256.slice(0, 4)}·${sha256.slice(4, 8)}`.toUpperCase()
    const word = await people.thoa.file(`/api/${path}/docx`)
    expect([word.status, word.type]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ])
    expect(word.disposition).toMatch(/^attachment; filename="ban-chot-1-[a-z0-9-]+\.docx"; /)
    const files = unzip(word.bytes)
    expect(files.get('word/document.xml')).toContain('Dự thảo lần 1')
    expect(files.get('word/footer1.xml')).toContain(code)
    expect(files.get('docProps/custom.xml')).toContain(sha256)
    const pdf = await people.thoa.file(`/api/${path}/pdf`)
    expect([pdf.status, pdf.type]).toEqual([200, 'application/pdf'])
    expect(readPdf(pdf.bytes).pages.every((page) => page.includes(code))).toBe(true)
  })

  it('[R5] go to guests and members, and say no in the fixed order', async () => {
    const guest = await sessionAt(people, 'frozen')
    const own = `versions/${guest.versions.at(-1)?.id}`
    for (const form of ['docx', 'pdf']) {
      expect((await people.khach.file(`/api/${own}/${form}`)).status).toBe(200)
      expect(await refusal(new Visitor(server.origin).get(`/api/${own}/${form}`))).toEqual([
        401,
        'not-signed-in',
      ])
      expect(await refusal(people.thoa.get(`/api/versions/none/${form}`))).toEqual([
        404,
        'not-found',
      ])
      const closed = await sessionAt(people, 'frozen', { seats: { guests: [] } })
      const hidden = `versions/${closed.versions.at(-1)?.id}/${form}`
      expect(await refusal(people.khach.get(`/api/${hidden}`))).toEqual([403, 'not-yours'])
    }
  })

  it('are the same bytes for everyone, and checked without the server', async () => {
    for (const form of ['docx', 'pdf']) {
      const [one, two] = [
        await people.thoa.file(`/api/${path}/${form}`),
        await people.nga.file(`/api/${path}/${form}`),
      ]
      expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
      const file = join(folder, `ban-chot.${form}`)
      writeFileSync(file, one.bytes)
      const checked = await verify(file, session.versions.at(-1)?.sha256 ?? '')
      expect(checked.code, checked.words).toBe(0)
      expect(checked.words).toContain(session.versions.at(-1)?.sha256)
      expect((await verify(file, 'f'.repeat(64))).code).toBe(1)
    }
    const { bytes, disposition } = await people.thoa.file(`/api/${path}/bytes`)
    const name = /filename="([^"]+)"/.exec(disposition)?.[1] ?? ''
    writeFileSync(join(folder, name), bytes)
    expect((await verify(join(folder, name))).code).toBe(0)
    const changed = new TextDecoder().decode(bytes).replace('Chi bộ', 'Chi bô')
    writeFileSync(join(folder, name), changed)
    expect((await verify(join(folder, name))).code).toBe(1)
  })
})
