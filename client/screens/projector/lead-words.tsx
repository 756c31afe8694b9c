// The paragraph in hand, its words to be marked or pointed at, and the one that comes next.
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import { PaperBlocks } from '../../pieces/version-text/paper-blocks'
import type { ReadVersion } from '../../pieces/version-text/use-version'
import { useWords } from '../../pieces/words/words'
import { letterUnder, selectedLetters } from './letters'
import type { Seat } from './use-place'
import type { useScreen } from './use-screen'

const pointEveryMs = 80

interface LeadWordsProps {
  session: SessionView
  version: ReadVersion
  seat: Seat
  screens: ReturnType<typeof useScreen>
  now: PaperNode | undefined
  next: PaperNode | undefined
}

/** The words selected in the paragraph in hand; they stay known while a button is pressed. */
function useSelected(root: React.RefObject<HTMLElement | null>) {
  const [selected, setSelected] = useState<ReturnType<typeof selectedLetters>>(null)
  useEffect(() => {
    const look = () => setSelected(root.current && selectedLetters(root.current))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [root])
  return selected
}

export function LeadWords({ session, version, seat, screens, now, next }: LeadWordsProps) {
  const { t } = useWords()
  const root = useRef<HTMLDivElement>(null)
  const [points, setPoints] = useState(false)
  const pointedAt = useRef(0)
  const selected = useSelected(root)
  const { highlight } = session.screen
  const isMarked = highlight?.version === version.id

  const point = ({ clientX, clientY, timeStamp }: PointerEvent) => {
    if (!points || timeStamp - pointedAt.current < pointEveryMs) return
    const letter = letterUnder(clientX, clientY)
    if (!letter) return
    pointedAt.current = timeStamp
    void screens.point({ version: version.id, ...letter })
  }
  const mark = () => {
    if (selected) void screens.set({ highlight: { version: version.id, ...selected } })
    document.getSelection()?.removeAllRanges()
  }

  return (
    <div className="lead-words">
      {seat.leads && (
        <div className="lead-word-acts">
          <button
            type="button"
            disabled={!selected}
            // A press must not take the selection away.
            onPointerDown={(event) => event.preventDefault()}
            onClick={mark}
          >
            {t('screen.mark')}
          </button>
          {isMarked && (
            <button type="button" onClick={() => void screens.set({ highlight: null })}>
              {t('screen.unmark')}
            </button>
          )}
          <button
            type="button"
            aria-pressed={points}
            onClick={() => {
              if (points) void screens.point(null)
              setPoints(!points)
            }}
          >
            {t('screen.point')}
          </button>
        </div>
      )}
      <div
        ref={root}
        className={points ? 'lead-now is-pointing' : 'lead-now'}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => points && void screens.point(null)}
      >
        {now ? (
          <>
            <h2>{t('screen.nowParagraph', { number: now.number ?? 0 })}</h2>
            <PaperBlocks blocks={[now]} start={0} marked={isMarked ? highlight : null} />
          </>
        ) : (
          <h2>{t('screen.atHead')}</h2>
        )}
      </div>
      {next && next !== now && (
        <div className="lead-next">
          <h2>{t('screen.nextParagraph', { number: next.number ?? 0 })}</h2>
          <PaperBlocks blocks={[next]} start={0} />
        </div>
      )}
    </div>
  )
}
