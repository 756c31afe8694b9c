// Where this screen stands: its slide and the paragraph under discussion, led or following.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { can } from '../../../shared/rights'
import type { Standing } from '../../../shared/roles'
import { type Slide, slideOf } from './deck'
import { useTellPosition } from './tell-position'

interface Place {
  readonly slide: number
  readonly paragraph: number | null
}

export function usePlace(
  session: SessionView,
  versionId: string,
  slides: readonly Slide[],
  who: Standing,
) {
  const where = { stage: session.stage, windows: session.windows, now: 0 }
  const leads = can('project', who, where) === true
  const { tell, isMoving, hasFailed } = useTellPosition(session.id)
  const [place, setPlace] = useState<Place>({ slide: 0, paragraph: null })
  const [follows, setFollows] = useState(true)
  const projected = session.projection?.version === versionId ? session.projection.paragraph : null

  const follow = useCallback(
    (paragraph: number) => {
      const slide = slideOf(slides, paragraph)
      if (slide !== null) setPlace({ slide, paragraph })
    },
    [slides],
  )
  useEffect(() => {
    if (projected !== null && follows && !(leads && isMoving())) follow(projected)
  }, [projected, follows, leads, follow, isMoving])
  // Another size has other pages: the paragraph in hand, or the page's first, is found again.
  const before = useRef(slides)
  useEffect(() => {
    const old = before.current
    before.current = slides
    if (old === slides) return
    setPlace((now) => {
      const anchor = now.paragraph ?? old[now.slide]?.paragraphs[0]
      const slide = anchor === undefined ? null : slideOf(slides, anchor)
      const last = Math.max(0, slides.length - 1)
      return { ...now, slide: slide ?? Math.min(now.slide, last) }
    })
  }, [slides])

  const move = (next: Place) => {
    setPlace(next)
    if (!leads) return setFollows(false)
    const paragraph = next.paragraph ?? slides[next.slide]?.paragraphs[0]
    if (paragraph !== undefined) tell({ version: versionId, paragraph })
  }
  const toSlide = (wished: number) => {
    const slide = Math.min(Math.max(0, wished), slides.length - 1)
    // The end of the paper is the end: the paragraph in hand stays in hand.
    if (slide !== place.slide) move({ slide, paragraph: null })
  }
  const toParagraph = (paragraph: number) => {
    const slide = slideOf(slides, paragraph)
    if (slide !== null) move({ slide, paragraph })
  }
  const step = (by: 1 | -1) => {
    const own = slides[place.slide]?.paragraphs ?? []
    if (place.paragraph === null) {
      const first = by > 0 ? own[0] : own.at(-1)
      if (first !== undefined) return toParagraph(first)
    }
    const all = slides.flatMap(({ paragraphs }) => paragraphs)
    const at = all.indexOf(place.paragraph ?? 0)
    const next = all.slice(0, at + 1).length > 0 ? all[at + by] : undefined
    if (next !== undefined) toParagraph(next)
  }
  const handOver = (handedTo: string | null) => {
    const paragraph = place.paragraph ?? slides[place.slide]?.paragraphs[0] ?? 1
    tell({ version: versionId, paragraph, handedTo })
  }
  return {
    place,
    leads,
    follows,
    hasFailed,
    isProjected: projected !== null,
    setFollows,
    toSlide,
    toParagraph,
    step,
    handOver,
  }
}
