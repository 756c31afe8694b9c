// A socket whose person is never found is not waited for.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { readConfig } from '../../server/config'
import type { Services } from '../../server/services'
import { openDoors } from '../../server/socket'
import { upgradeRequest } from '../kit/raw-line'

it('[C] an upgrade whose person lookup hangs is ended within its time, without a 101', async () => {
  let asked = 0
  const records = {
    get: () => {
      asked += 1
      return new Promise(() => undefined)
    },
    find: () => new Promise(() => undefined),
  }
  const config = readConfig({ AUTHENTICATE_WITHIN_MS: '200' })
  const services = { config, records, clock: () => Date.now() } as unknown as Services
  const server = createServer()
  openDoors(server, services)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const line = connect(port, '127.0.0.1')
  let heard = ''
  line.on('data', (data) => {
    heard += data
  })
  line.on('error', () => line.destroy())
  line.write(upgradeRequest('/sync/d', `127.0.0.1:${port}`, 'sid=a-secret'))
  await once(line, 'close')
  expect(asked).toBe(1)
  expect(heard).not.toContain('101')
  server.close()
})
