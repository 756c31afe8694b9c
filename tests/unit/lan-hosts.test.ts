// Which of a machine's addresses a phone is offered, the likeliest first.
import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { addressesFor, lanHosts } from '../../server/work/addresses'

const at = (address: string, more: Partial<NetworkInterfaceInfo> = {}) =>
  ({ address, family: 'IPv4', internal: false, ...more }) as NetworkInterfaceInfo
const machine = {
  lo: [at('127.0.0.1', { internal: true })],
  docker0: [at('172.17.0.1')],
  vEthernet: [at('192.168.200.1')],
  eth0: [at('203.0.113.7'), at('fe80::1', { family: 'IPv6' } as Partial<NetworkInterfaceInfo>)],
  wlan0: [at('192.168.1.10'), at('10.0.0.5')],
  usb0: [at('169.254.10.2')],
}
const config = (host: string, publicUrl: string | null = null) =>
  ({ config: { host, publicUrl: publicUrl && new URL(publicUrl) } }) as never

describe('the addresses of this machine', () => {
  it('[V9] are those on the network; containers’ come last, those without a network not at all', () => {
    expect(lanHosts('0.0.0.0', machine)).toEqual([
      '192.168.1.10',
      '10.0.0.5',
      '203.0.113.7',
      '192.168.200.1',
      '172.17.0.1',
    ])
    expect(lanHosts('192.168.1.10', machine)).toEqual(['192.168.1.10'])
    for (const host of ['127.0.0.1', 'localhost', '::1'])
      expect(lanHosts(host, machine)).toEqual([])
  })

  it('[V9] links are made with what the configuration says, else with how one came in', () => {
    const local = { host: '127.0.0.1:3000', port: 3000 }
    const named = addressesFor(config('127.0.0.1', 'https://chibo.vn'), local)
    expect(named).toEqual({ base: 'https://chibo.vn', reachable: ['https://chibo.vn'] })
    const wrong = addressesFor(config('127.0.0.1', 'http://localhost:3000'), local)
    expect(wrong.reachable).toEqual([])
    const there = addressesFor(config('127.0.0.1'), { host: 'may-chu:3000', port: 3000 })
    expect(there).toEqual({ base: 'http://may-chu:3000', reachable: ['http://may-chu:3000'] })
    const alone = addressesFor(config('127.0.0.1'), local)
    expect(alone).toEqual({ base: 'http://127.0.0.1:3000', reachable: [] })
    expect(addressesFor(config('127.0.0.1'), { host: 'a b', port: 80 }).base).toBe(
      'http://localhost:80',
    )
  })
})
