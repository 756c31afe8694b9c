// One slide: the section's title and as many of its units as fit.
import { useLayoutEffect, useRef } from 'react'
import { type MarkedWords, PaperBlocks } from '../../pieces/version-text/paper-blocks'
import { useWords } from '../../pieces/words/words'
import type { Unit } from './deck'

interface SlideViewProps {
  title: string
  units: readonly Unit[]
  /** Not the section's first page. */
  isContinued?: boolean
  shift?: number
  paragraph?: number | null
  marked?: MarkedWords | null
}

export function SlideView({
  title,
  units,
  isContinued = false,
  shift = 0,
  paragraph = null,
  marked = null,
}: SlideViewProps) {
  const { t } = useWords()
  const clip = useRef<HTMLDivElement>(null)
  // A part of a long paragraph ends between two lines.
  useLayoutEffect(() => {
    const box = clip.current
    if (!box) return
    box.style.maxHeight = ''
    const [unit] = box.getElementsByClassName('projector-unit')
    const isCut = unit !== undefined && box.scrollHeight > box.clientHeight + 1
    const line = isCut ? Number.parseFloat(getComputedStyle(unit).lineHeight) : 0
    if (line > 0) box.style.maxHeight = `${Math.floor(box.clientHeight / line) * line}px`
  })
  return (
    <>
      {title !== '' && (
        <h1 className="projector-title">
          {title} {isContinued && <small>{t('projector.continued')}</small>}
        </h1>
      )}
      <div ref={clip} className={`projector-clip ${paragraph === null ? '' : 'has-focus'}`}>
        {shift > 0 && paragraph !== null && <span className="projector-part">{paragraph}</span>}
        <div style={shift > 0 ? { transform: `translateY(-${shift}px)` } : undefined}>
          {units.map(({ node }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: units of a frozen text never move
            <div key={index} className="projector-unit">
              <PaperBlocks blocks={[node]} start={0} focusedParagraph={paragraph} marked={marked} />
            </div>
          ))}
        </div>
      </div>
    </>
  )
}
