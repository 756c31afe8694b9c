// Wires the parts, listens, and closes them in order.

import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { makeApp } from './app'
import { Throttle } from './auth/throttle'
import { readConfig } from './config'
import { serveFiles } from './files'
import { boundGarbage } from './garbage'
import { log, logError } from './log'
import { Hub } from './rooms/hub'
import { randomId, type Services } from './services'
import { openDoors } from './socket'
import { openStore } from './stores/open'
import { HistoryKeeper } from './work/history-keeper'
import { setUpToken } from './work/people'

/** SIGTERM must end within ten seconds, whatever hangs. */
const stopWithinMs = 9000

/** Longer than browsers and proxies keep a quiet connection: whoever sends on it must not find it closed. */
const keepAliveMs = 75_000

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Starts the server; with `demo`, fills an empty folder with the sample cell first. */
export async function start({ demo }: { demo: boolean }): Promise<void> {
  boundGarbage()
  const config = readConfig(process.env)
  const store = await openStore(config)
  const clock = () => Date.now()
  const hub = new Hub(store, config, clock)
  const services: Services = {
    config,
    records: store.records,
    log: store.log,
    blobs: store.blobs,
    moments: store.moments,
    hub,
    throttle: new Throttle(config),
    clock,
    newId: randomId,
  }
  const keeper = new HistoryKeeper(services)
  store.onFailure((error) => {
    // After a failed write nobody knows what the disk holds: what was not acknowledged never is.
    logError('disk', error)
    // Not exit(): on its way out LMDB waits for a lock which a failed flush never lets go.
    process.kill(process.pid, 'SIGKILL')
    // The first process of a container cannot kill itself so.
    process.abort()
  })

  const app = makeApp(services)
  serveFiles(app, join(import.meta.dirname, '../client'))
  const timeouts = {
    headersTimeout: config.authenticateWithinMs,
    requestTimeout: config.requestWithinMs,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: keepAliveMs,
  }
  const server = createServer(timeouts, getRequestListener(app.fetch))
  openDoors(server, services)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const origin = config.publicUrl?.origin ?? `http://localhost:${port}`

  if (demo) {
    const { seedDemo } = await import('./demo/seed')
    for (const line of await seedDemo(services, process.env.DEMO_PASSWORD)) say(line)
  } else {
    const token = await setUpToken(services)
    if (token) say(`set-up link, good once: ${origin}/setup/${token}`)
  }

  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log('stopping', { signal })
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    server.close()
    keeper.stop()
    await hub.stop()
    server.closeAllConnections()
    await store.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error) => {
        logError('stop', error)
        process.exit(1)
      })
    })
  }
  // Whoever reads it may end the server at once.
  say(`ready ${origin}`)
}
