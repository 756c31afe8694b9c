// The cell's own templates and its rule set at the doors: who reads, who changes, what is refused, what a restart keeps.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type People, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn, Visitor } from '../kit/visitor'

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

const paper = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
interface Listed {
  templates: { kind: string; changedBy: string; content: unknown }[]
}
const listOf = async (visitor: Visitor) =>
  ((await visitor.get('/api/templates')).body as Listed).templates

describe('the cell’s rule set', () => {
  it('[R15] is set by secretary and deputy, read by all, and holds for what is planned from then on', async () => {
    const { ruleSet } = (await people.thoa.get('/api/me')).body.cell
    const own = {
      ...ruleSet,
      draftCommentsCloseDays: -6,
      criteria: [{ name: 'Đúng giờ', most: 5 }],
    }
    for (const [name, visitor] of Object.entries(people)) {
      const put = await visitor.patch('/api/cell/rules', own)
      expect([name, put.status]).toEqual([name, ['nga', 'lam'].includes(name) ? 200 : 403])
    }
    expect((await people.thoa.get('/api/me')).body.cell.ruleSet).toEqual(own)
    for (const wrong of [{ draftDueDays: 3 }, { finalTextDays: -1 }, { minimumMinutes: 0 }]) {
      const put = await people.nga.patch('/api/cell/rules', wrong)
      expect([put.status, put.body.refused]).toEqual([400, 'unreadable-request'])
    }
    // What another set meanwhile stays; no criteria are the usual ones.
    await people.lam.patch('/api/cell/rules', { criteria: null })
    const { body: set } = await people.nga.patch('/api/cell/rules', { minimumMinutes: 80 })
    expect(set.ruleSet).toEqual({ ...ruleSet, draftCommentsCloseDays: -6, minimumMinutes: 80 })
    const meetingAt = '2189-06-11T07:00:00.000Z'
    const { body } = await people.nga.post('/api/sessions', { topic: 'Sau quy định', meetingAt })
    expect(body.windows.draft.closesAt).toBe('2189-06-05T07:00:00.000Z')
  })
})

describe('the cell’s own templates', () => {
  it('[P3] are read by whoever reads papers, changed by secretary and deputy', async () => {
    const leaders = ['nga', 'lam']
    for (const [name, visitor] of Object.entries(people)) {
      const isReader = !['khach', 'kythuat'].includes(name)
      const read = await visitor.get('/api/templates')
      expect([name, read.status]).toEqual([name, isReader ? 200 : 403])
      const put = await visitor.put('/api/templates/outline', { content: paper(`Của ${name}`) })
      expect([name, put.status]).toEqual([name, leaders.includes(name) ? 200 : 403])
      const style = await visitor.put('/api/templates/style', { style: 'hd05' })
      expect([name, style.status]).toEqual([name, leaders.includes(name) ? 200 : 403])
      const dropped = await visitor.send('DELETE', '/api/templates/plan')
      expect([name, dropped.status]).toEqual([name, leaders.includes(name) ? 200 : 403])
    }
    const stranger = new Visitor(server.origin)
    expect((await stranger.get('/api/templates')).status).toBe(401)
  })

  it('[P3] one made of a copy that another changed since is not saved over it', async () => {
    const put = (who: 'nga' | 'lam', text: string, seen?: string | null) =>
      people[who].put('/api/templates/minutes', { content: paper(text), seen })
    const first = await put('nga', 'Của bí thư', null)
    expect(first.status).toBe(200)
    const stale = await put('lam', 'Của phó bí thư', null)
    expect([stale.status, stale.body.refused]).toEqual([409, 'changed-meanwhile'])
    const own = (await listOf(people.thoa)).find(({ kind }) => kind === 'minutes')
    expect(own).toMatchObject({ changedBy: 'nga', content: paper('Của bí thư') })
    expect((await put('lam', 'Của phó bí thư', first.body.changedAt)).status).toBe(200)
    expect((await people.nga.send('DELETE', '/api/templates/minutes')).status).toBe(200)
    expect((await put('nga', 'Của bí thư', first.body.changedAt)).status).toBe(409)
  })

  it('[P3] are refused with an unknown field, without words, outside the schema', async () => {
    const put = async (kind: string, content: unknown) => {
      const answer = await people.nga.put(`/api/templates/${kind}`, { content })
      return [answer.status, answer.body.refused]
    }
    expect(await put('outline', paper('{{Tên chuyên đê}}'))).toEqual([400, 'unknown-field'])
    expect(await put('outline', paper('{{Năm'))).toEqual([400, 'unknown-field'])
    expect(await put('outline', paper(' '))).toEqual([400, 'empty-template'])
    expect(await put('outline', { type: 'doc' })).toEqual([400, 'unreadable-request'])
    expect(await put('outline', { type: 'doc', content: [{ type: 'script' }] })).toEqual([
      400,
      'unreadable-request',
    ])
    const level = { type: 'heading', attrs: { level: 9 }, content: [{ type: 'text', text: 'a' }] }
    expect(await put('outline', { type: 'doc', content: [level] })).toEqual([
      400,
      'unreadable-request',
    ])
    expect(await put('novel', paper('a'))).toEqual([404, 'not-found'])
    expect(await put('__proto__', paper('a'))).toEqual([404, 'not-found'])
    expect((await put('outline', paper('a'.repeat(300_000))))[0]).toBe(413)
  })

  it('[P3][R15] stay through a kill, as the rules do, and go back to the original', async () => {
    const content = paper('Mẫu riêng: {{Tên chuyên đề}}')
    expect((await people.nga.put('/api/templates/draft', { content })).status).toBe(200)
    await server.kill()
    server = await startServer({ demo: true, dataDir: server.dataDir })
    const secretary = await signIn(server.origin, 'nga')
    const own = (await listOf(secretary)).find(({ kind }) => kind === 'draft')
    expect(own?.changedBy).toBe('nga')
    const { cell } = (await secretary.get('/api/me')).body
    expect(cell.ruleSet.draftCommentsCloseDays).toBe(-6)
    expect(JSON.stringify(own?.content)).toContain('Mẫu riêng: {{Tên chuyên đề}}')
    expect((await secretary.send('DELETE', '/api/templates/draft')).status).toBe(200)
    expect((await listOf(secretary)).some(({ kind }) => kind === 'draft')).toBe(false)
  })
})
