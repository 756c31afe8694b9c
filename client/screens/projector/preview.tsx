// The room's picture in small: drawn at its full size, so that its lines break where the room's do.
import { useEffect, useRef, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { ReadVersion } from '../../pieces/version-text/use-version'
import { Foot } from './foot'
import { Stage } from './stage'
import type { Deck } from './use-deck'
import type { Seat } from './use-place'

const fullWidth = 1024

interface PreviewProps {
  session: SessionView
  version: ReadVersion
  deck: Deck
  seat: Seat
  isLinked: boolean
  onPages: (pages: number) => void
}

export function Preview({ deck, seat, isLinked, ...stage }: PreviewProps) {
  const box = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0.5)
  useEffect(() => {
    const sizes = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setScale(entry.contentRect.width / fullWidth)
    })
    if (box.current) sizes.observe(box.current)
    return () => sizes.disconnect()
  }, [])
  return (
    <div ref={box} className="lead-preview">
      <div style={{ transform: `scale(${scale})` }}>
        <Stage {...stage} deck={deck} spot={seat.spot} slide={seat.slide}>
          <Foot deck={deck} slide={seat.slide} isLinked={isLinked} />
        </Stage>
      </div>
    </div>
  )
}
