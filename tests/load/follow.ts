// How soon a room of followers has the chair's step, and how soon a big screen has painted it.
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { enter, openBrowser } from '../kit/browser'
import { must, type People, signInAll } from '../kit/session-maker'
import { startServer } from '../kit/start-server'
import { median, quantile, type Row, round } from './figures'

const followers = 50
const steps = 100
/** The chair does not press faster than one reads. */
const restMs = 60
/** The sample paper's numbered paragraphs. */
const paragraphs = 20

interface Painted {
  readonly step: number
  /** Milliseconds since the epoch. */
  readonly heard: number
  readonly painted: number
}

/** In the page: when each step was heard, and when the frame that shows it was painted. */
const watchSteps = () => {
  const seen: Painted[] = []
  Object.assign(window, { seen })
  const now = () => performance.timeOrigin + performance.now()
  // A screen that was slow shows the newest step, and those before it no more.
  let newest = 0
  const paint = (step: number, heard: number) => {
    const isShown = document.querySelector(`.projector-body p.is-focused[data-number="${newest}"]`)
    if (!isShown) return requestAnimationFrame(() => paint(step, heard))
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => seen.push({ step, heard, painted: now() })
      port2.postMessage(null)
    })
  }
  const Plain = window.WebSocket
  window.WebSocket = class extends Plain {
    constructor(...address: ConstructorParameters<typeof Plain>) {
      super(...address)
      this.addEventListener('message', ({ data }) => {
        const { type, projection } = JSON.parse(String(data))
        if (type !== 'projection') return
        newest = projection.paragraph
        paint(projection.seq, now())
      })
    }
  }
}

const seenIn = (page: Page) => page.evaluate(() => (window as unknown as { seen: Painted[] }).seen)

/** Fifty lines of the people who may listen; resolves a step's wait when the last has heard it. */
async function room(people: People, sessionId: string) {
  const names = ['dinh', 'bao', 'lam', 'phuong', 'hanh', 'tuan', 'thoa', 'truc', 'khach'] as const
  const heard = new Map<string, { left: number; done: (at: number) => void }>()
  const sockets = Array.from({ length: followers }, (_, i) => {
    const socket = people[names[i % names.length] ?? 'dinh'].socket(`/live/${sessionId}?beat`)
    socket.on('message', (data) => {
      const { type, projection } = JSON.parse(String(data))
      const wait = type === 'projection' ? heard.get(String(projection.share)) : undefined
      if (!wait) return
      wait.left -= 1
      if (wait.left === 0) wait.done(performance.now())
    })
    return socket
  })
  await Promise.all(sockets.map((socket) => once(socket, 'open')))
  return {
    /** Steps are known by their share, which nothing else moves here. */
    all: (share: number) =>
      new Promise<number>((done) => heard.set(String(share), { left: followers, done })),
    leave: () => {
      for (const socket of sockets) socket.terminate()
    },
  }
}

export async function followRows(): Promise<Row[]> {
  const server = await startServer({ demo: true })
  const browser = await openBrowser()
  try {
    const people = await signInAll(server.origin)
    const session = await people.nga.sessionAt('inSession')
    const version = session.versions.at(-1).id
    const door = `/api/sessions/${session.id}/projection`
    const step = (paragraph: number, share: number) => ({ version, paragraph, share })
    await must(people.nga.put(door, step(1, 0)))
    const { all, leave } = await room(people, session.id)
    const page = await enter(browser, server.origin, 'lam', { width: 1024 })
    // The runner names functions by a helper of its own, which a page does not have.
    await page.addInitScript('globalThis.__name = (named) => named')
    await page.addInitScript(watchSteps)
    await page.goto(`/sessions/${session.id}/project`)
    await page.locator('.projector-body p.is-focused').waitFor()
    const toLast: number[] = []
    const sent = new Map<number, number>()
    for (let i = 0; i < steps; i++) {
      const share = (i + 1) / 1000
      const last = all(share)
      const [from, at] = [performance.now(), performance.timeOrigin + performance.now()]
      const made = await must(people.nga.put(door, step(2 + (i % paragraphs), share)))
      sent.set(made.projection.seq, at)
      toLast.push((await last) - from)
      await pause(restMs)
    }
    await page.waitForFunction(
      (count) => (window as unknown as { seen: Painted[] }).seen.length >= count,
      steps,
    )
    const seen = await seenIn(page)
    const drawn = seen.map(({ heard, painted }) => painted - heard)
    const whole = seen.map(({ step: seq, painted }) => painted - (sent.get(seq) ?? Number.NaN))
    leave()
    const row = (what: string, values: number[]): Row => ({
      what,
      figure: `p50 ${round(median(values))} ms, p99 ${round(quantile(values, 0.99))} ms`,
    })
    return [
      row(`the chair’s step, from its request to the last of ${followers} followers`, toLast),
      row('from its event to the painted frame of a big screen (1024×768)', drawn),
      {
        ...row('from the chair’s request to that painted frame', whole),
        aim: { words: 'p50 ≤ 300 ms', isReached: median(whole) <= 300 },
      },
    ]
  } finally {
    await browser.close()
    await server.stop()
    server.forget()
  }
}
