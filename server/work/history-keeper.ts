// Keeps a moment of a paper's history when people have stopped writing for a while, or write on and on.
import { logError } from '../log'
import type { Services } from '../services'
import { keepMoment, thin } from './moments'

/** A room rests longer in memory than this before it is put away: no change is overlooked. */
const lookEveryMs = 10_000
const leastApartMs = 2 * 60_000
/** Whoever writes without a pause has a moment so often. */
const mostApartMs = 10 * 60_000

type Needed = Pick<Services, 'hub' | 'moments' | 'records' | 'clock'>

/** What is known of a paper in which something was written. */
interface Watched {
  /** As the room counts; it begins anew when the room does. */
  written: number
  /** Since when there is something that no moment has. */
  changedSince: number | null
  isQuiet: boolean
  keptAt: number
  sha256: string | null
}

export class HistoryKeeper {
  readonly #services: Needed
  readonly #watched = new Map<string, Watched>()
  readonly #timer: NodeJS.Timeout
  #isBusy = false

  constructor(services: Needed) {
    this.#services = services
    this.#timer = setInterval(() => void this.look(), lookEveryMs)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** One look at all papers in memory; one paper after the other is seen to. */
  async look(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    try {
      this.#note()
      for (const [documentId, watched] of this.#watched) {
        if (this.#isDue(watched)) await this.#keep(documentId, watched)
      }
    } finally {
      this.#isBusy = false
    }
  }

  #note(): void {
    const now = this.#services.clock()
    const counts = new Map(this.#services.hub.loaded())
    for (const [documentId, written] of counts) {
      const known = this.#watched.get(documentId)
      if (!known && written === 0) continue
      const one = known ?? fresh()
      this.#watched.set(documentId, one)
      const hasGrown = written > 0 && written !== one.written
      if (hasGrown) one.changedSince ??= now
      one.isQuiet = !hasGrown
      one.written = written
    }
    for (const [documentId, one] of this.#watched) {
      if (counts.has(documentId)) continue
      one.written = 0
      one.isQuiet = true
    }
  }

  #isDue({ changedSince, isQuiet, keptAt }: Watched): boolean {
    if (changedSince === null) return false
    const now = this.#services.clock()
    const waits = isQuiet ? leastApartMs : mostApartMs
    return isQuiet ? now - keptAt >= waits : now - Math.max(keptAt, changedSince) >= waits
  }

  async #keep(documentId: string, watched: Watched): Promise<void> {
    watched.changedSince = null
    try {
      const { at, sha256 } = await keepMoment(this.#services, documentId)
      // Only marks were set: the text is as it was.
      if (sha256 === watched.sha256) await this.#services.moments.remove(documentId, [at])
      else watched.keptAt = at
      watched.sha256 = sha256
      await thin(this.#services, documentId)
    } catch (error) {
      // The text is safe: only this moment of its history is missing.
      logError('history', error, { documentId })
    }
  }
}

const fresh = (): Watched => ({
  written: 0,
  changedSince: null,
  isQuiet: true,
  keptAt: Number.NEGATIVE_INFINITY,
  sha256: null,
})
