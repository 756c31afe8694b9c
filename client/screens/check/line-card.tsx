// The line to the server as the chair's steps take it, the clock, the fonts: each good, or to be looked at.
import '@fontsource/tinos/latin-400.css'
import '@fontsource/tinos/vietnamese-400.css'
import type { ReactNode } from 'react'
import { Badge } from '../../pieces/ui/badge'
import { useWords } from '../../pieces/words/words'
import { useFonts } from './use-fonts'
import { useRoundTrip } from './use-round-trip'

/** A step of the chair is to be seen within this. */
const slowMs = 300
/** People look at both clocks; more than this is seen. */
const offSeconds = 5

export function LineCard({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { state, delayMs, aheadMs } = useRoundTrip(sessionId)
  const missing = useFonts()
  const seconds = aheadMs === null ? null : Math.round(Math.abs(aheadMs) / 1000)
  const ms = delayMs === null ? null : Math.round(delayMs)
  return (
    <section className="room-card" aria-labelledby="check-line">
      <header className="room-card-head">
        <h2 id="check-line">{t('before.checkLine2')}</h2>
      </header>
      <dl className="check-list">
        <Line
          name={t('before.checkSocket')}
          isGood={state === 'trying' ? null : state === 'through' && (ms ?? 0) < slowMs}
        >
          {state === 'lost' && t('before.checkSocketOff')}
          {state === 'through' &&
            ms !== null &&
            t(ms < slowMs ? 'before.checkSocketOn' : 'before.checkSocketSlow', { ms })}
        </Line>
        <Line name={t('before.checkClock')} isGood={seconds === null ? null : seconds < offSeconds}>
          {seconds !== null &&
            t(seconds < offSeconds ? 'before.checkClockOn' : 'before.checkClockOff', { seconds })}
        </Line>
        <Line name={t('before.checkFonts')} isGood={missing && missing.length === 0}>
          {missing &&
            (missing.length === 0
              ? t('before.checkFontsOn')
              : t('before.checkFontsOff', { names: missing.join(', ') }))}
        </Line>
      </dl>
    </section>
  )
}

interface LineProps {
  name: string
  /** `null` while it is being tried. */
  isGood: boolean | null
  children: ReactNode
}

function Line({ name, isGood, children }: LineProps) {
  const { t } = useWords()
  const word = isGood === null ? 'waiting' : isGood ? 'good' : 'attention'
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Badge tone={isGood === null ? 'plain' : isGood ? 'green' : 'gold'}>
          {t(`before.${word}`)}
        </Badge>
        <span>{children}</span>
      </dd>
    </div>
  )
}
