// Where this window stands: leading, following, or wandering on its own.
import { useEffect, useMemo, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { can } from '../../../shared/rights'
import type { Standing } from '../../../shared/roles'
import { api, call } from '../../api'
import { type Slide, type Spot, type Stop, slideOf, stopOf } from './deck'
import { PlaceSender } from './place-sender'

const retryMs = 1000
const head: Spot = { paragraph: 0 }

interface Wanted {
  readonly session: SessionView
  readonly versionId: string
  readonly slides: readonly Slide[]
  readonly stops: readonly Stop[]
  readonly who: Standing
}

function useSender(sessionId: string): PlaceSender {
  const [, look] = useState(0)
  return useMemo(
    () =>
      new PlaceSender({
        changed: () => look((times) => times + 1),
        later: (again) => window.setTimeout(again, retryMs),
        send: async (json) => {
          const param = { id: sessionId }
          const put = api.sessions[':id'].projection.$put({ param, json })
          return (await call<SessionView>(put)).projection
        },
      }),
    [sessionId],
  )
}

/** Nothing but what names the place. */
const placeOf = ({ paragraph, unit, share }: Spot): Spot => ({
  paragraph,
  ...(unit !== undefined && { unit }),
  ...(share && { share }),
})

export type Seat = ReturnType<typeof usePlace>

export function usePlace({ session, versionId, slides, stops, who }: Wanted) {
  const where = { stage: session.stage, windows: session.windows, now: 0 }
  const leads = can('project', who, where) === true
  const sender = useSender(session.id)
  const { projection } = session
  useEffect(() => sender.heard(projection), [sender, projection])
  /** Where somebody who wanders is; `null` while following. */
  const [own, setOwn] = useState<Spot | null>(null)

  const led = sender.shown?.version === versionId ? sender.shown : null
  const spot = (leads ? null : own) ?? led ?? head
  const slide = slideOf(slides, spot) ?? 0
  const at = stopOf(stops, spot, slide)

  const go = (wished: Spot) => {
    const place = placeOf(wished)
    if (leads) sender.wish({ version: versionId, ...place })
    else setOwn(place)
  }
  const toStop = (stop: Stop | undefined) => stop && go(stop)
  return {
    spot,
    slide,
    at,
    leads,
    follows: own === null,
    isProjected: led !== null,
    ledParagraph: led?.paragraph ?? null,
    hasFailed: sender.hasFailed,
    wander: () => !leads && setOwn((now) => now ?? spot),
    comeBack: () => setOwn(null),
    toHead: () => go(head),
    toEnd: () => toStop(stops.at(-1)),
    toParagraph: (paragraph: number) =>
      slideOf(slides, { paragraph }) !== null && go({ paragraph }),
    step: (by: 1 | -1) => (at + by < 0 ? go(head) : toStop(stops[at + by])),
    toSection: (section: number) =>
      toStop(stops.find((stop) => slides[stop.slide]?.section === section)),
    handOver: (handedTo: string | null) =>
      sender.wish({ version: versionId, ...placeOf(led ?? head), handedTo }),
  }
}
