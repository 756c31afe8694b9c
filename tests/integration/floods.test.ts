// A flood of small edits is heard in shares, in order, to its last letter.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn } from '../kit/visitor'

let server: RunningServer
beforeAll(async () => {
  server = await startServer({ demo: true })
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

it('[C][S2] twenty thousand letters typed at once are all saved, and a colleague has them', async () => {
  const hanh = await signIn(server.origin, 'hanh')
  const bao = await signIn(server.origin, 'bao')
  const { draft } = (await hanh.sessionAt('draft')).documents
  const writer = await hanh.open(draft).synced()
  const reader = await bao.open(draft).synced()
  // A line that is ended for want of a pong would be mended by the client: it must not come to that.
  let isLost = false
  writer.provider.on('connection-close', () => {
    isLost = true
  })
  const text = writer.write('')
  const letters = 'abcdefghij'.repeat(2000)
  for (const letter of letters) text.insert(text.length, letter)
  await writer.allSaved()
  await reader.until((seen) => seen.includes(letters))
  expect(writer.text.toString()).toBe(reader.text.toString())
  expect(isLost).toBe(false)
  writer.leave()
  reader.leave()
})
