// Where a leading window stands: shown at once, told at once, the last wish wins, the server's order rules.

import { seqOf } from '../../../shared/facts/screen'
import type { Place, Projection } from '../../../shared/records/session'
import { Refused } from '../../api'

export type PlaceWish = Place & { handedTo?: string | null }
/** Resolves with the step as the server has it. */
export type SendPlace = (wish: PlaceWish & { after: number }) => Promise<Projection | null>

/** The later place; who is handed the projector is not forgotten for it. */
const after = (before: PlaceWish | null, wish: PlaceWish): PlaceWish => ({
  ...(before?.handedTo !== undefined && { handedTo: before.handedTo }),
  ...wish,
})

interface Sender {
  send: SendPlace
  /** What is shown has changed. */
  changed: () => void
  /** Calls back after a while, for another try. */
  later: (again: () => void) => void
}

const isAt = (known: Projection | null, { version, paragraph, unit, share }: PlaceWish) =>
  known?.version === version &&
  known.paragraph === paragraph &&
  known.unit === unit &&
  known.share === share

/**
 * One step is on its way at a time, so that none overtakes another; those wished meanwhile become
 * one. A step made on a place that another window has left since is dropped by the server.
 */
export class PlaceSender {
  readonly #way: Sender
  #known: Projection | null = null
  #flying: PlaceWish | null = null
  #queued: PlaceWish | null = null
  hasFailed = false

  constructor(way: Sender) {
    this.#way = way
  }

  /** Where the window stands: the own wish until the server has answered it. */
  get shown(): PlaceWish | null {
    return this.#queued ?? this.#flying ?? this.#known
  }

  heard(projection: Projection | null): void {
    if (projection && seqOf(projection) < seqOf(this.#known)) return
    this.#known = projection
    this.#way.changed()
  }

  wish(wish: PlaceWish): void {
    this.#queued = after(this.#queued, wish)
    this.#way.changed()
    void this.#pump()
  }

  async #pump(): Promise<void> {
    if (this.#flying || !this.#queued) return
    const wish = this.#queued
    const base = seqOf(this.#known)
    this.#flying = wish
    this.#queued = null
    try {
      const projection = await this.#way.send({ ...wish, after: base })
      this.#flying = null
      this.hasFailed = false
      this.heard(projection)
    } catch (error) {
      this.#flying = null
      this.#failed(wish, base, error)
    }
    void this.#pump()
  }

  #failed(wish: PlaceWish, base: number, error: unknown): void {
    if (error instanceof Refused) {
      this.#queued = null
      // Another window was there first: its place has come, or is about to.
      this.hasFailed = error.code !== 'overtaken'
      return this.#way.changed()
    }
    this.hasFailed = true
    const next = this.#queued ? after(wish, this.#queued) : wish
    this.#queued = null
    this.#flying = next
    this.#way.changed()
    this.#way.later(() => {
      this.#flying = null
      const hasArrived = isAt(this.#known, wish)
      const isOvertaken = !hasArrived && seqOf(this.#known) > base
      this.#queued = isOvertaken || (hasArrived && next === wish) ? null : (this.#queued ?? next)
      this.hasFailed = this.#queued !== null
      this.#way.changed()
      void this.#pump()
    })
  }
}
