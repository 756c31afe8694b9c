// Measures the paper on a screen of this size and cuts it into slides.
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { type Page, paginate, type Slide, slidesOf, type Unit } from './deck'

interface Sized {
  /** Where everything stands unseen, once, with its real width. */
  readonly measure: RefObject<HTMLElement | null>
  /** What a slide has for title and text. */
  readonly body: RefObject<HTMLElement | null>
}

/** A preview is drawn at its full size and shown smaller. */
const scaleOf = (element: HTMLElement) =>
  element.offsetWidth > 0 ? element.getBoundingClientRect().width / element.offsetWidth : 1

function measured({ measure, body }: Sized, units: readonly (readonly Unit[])[]): Page[][] {
  const room = body.current?.clientHeight ?? 0
  const scale = (measure.current && scaleOf(measure.current)) || 1
  const bottom = (element: Element) => element.getBoundingClientRect().height / scale
  return units.map((own, index) => {
    const section = measure.current?.children[index]
    if (!section || room === 0) return [{ from: 0, to: own.length, shift: 0 }]
    const title = section.querySelector('.projector-title')
    const shown = [...section.querySelectorAll('.projector-unit')]
    const line = shown[0] ? Number.parseFloat(getComputedStyle(shown[0]).lineHeight) : 1
    return paginate(
      own.map(({ isHeading }, at) => ({ isHeading, height: shown[at] ? bottom(shown[at]) : 0 })),
      Math.max(line, room - (title ? bottom(title) : 0)),
      line,
    )
  })
}

export function useSlides(sized: Sized, units: readonly (readonly Unit[])[]): Slide[] {
  const { measure, body } = sized
  const [slides, setSlides] = useState<Slide[]>([])
  const [looked, look] = useState(0)
  useEffect(() => {
    const again = () => look((times) => times + 1)
    const sizes = new ResizeObserver(again)
    if (body.current) sizes.observe(body.current)
    if (measure.current) sizes.observe(measure.current)
    // Letters that come late are wider or narrower than those they replace.
    void document.fonts.ready.then(again)
    return () => sizes.disconnect()
  }, [body, measure])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `looked` says that sizes have changed
  useLayoutEffect(() => {
    setSlides(slidesOf(units, measured({ measure, body }, units)))
  }, [units, looked, measure, body])
  return slides
}
