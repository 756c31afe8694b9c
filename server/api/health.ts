// /healthz and /metrics.
import { Hono } from 'hono'
import { Refusal } from '../../shared/refusals'
import { addressOf, type Env } from './guard'

const isLoopback = (address: string) => /^(127\.|::1$|::ffff:127\.)/.test(address)

export const health = new Hono<Env>()
  .get('/healthz', (c) => c.text('ok'))
  .get('/metrics', (c) => {
    const { config, hub } = c.var.services
    if (!config.metricsOpen && !isLoopback(addressOf(c))) throw new Refusal('not-found')
    const { rooms, roomsOpened, connections, liveSockets } = hub.counts()
    const memory = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    const lines = [
      ['banthao_rooms', 'gauge', rooms],
      ['banthao_rooms_opened_total', 'counter', roomsOpened],
      ['banthao_sync_connections', 'gauge', connections],
      ['banthao_live_connections', 'gauge', liveSockets],
      ['process_resident_memory_bytes', 'gauge', memory.rss],
      ['nodejs_heap_used_bytes', 'gauge', memory.heapUsed],
      ['process_cpu_seconds_total', 'counter', (user + system) / 1e6],
    ] as const
    const text = lines.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}\n`)
    return c.text(text.join(''), 200, { 'content-type': 'text/plain; version=0.0.4' })
  })
