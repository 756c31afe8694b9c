// The projected screen: one section's page, the version's mark above, where we are below.
import { useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { sections } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import { shortDigest } from '../../../shared/records/digest'
import { canReadLive } from '../../../shared/rights'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { Icon } from '../../pieces/ui/icon'
import type { ReadVersion } from '../../pieces/version-text/use-version'
import { useWords } from '../../pieces/words/words'
import { useFingers, useKeys, type Wish } from './controls'
import { unitsOf } from './deck'
import { Foot } from './foot'
import { NowStrip } from './now-strip'
import { HelpOverlay, QrOverlay } from './overlays'
import { SlideView } from './slide-view'
import { usePlace } from './use-place'
import { useSlides } from './use-slides'

interface ScreenProps {
  session: SessionView
  version: ReadVersion
}

function fullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.()
  // Refused by the browser or the page that frames it: everything works without.
  change?.catch((error) => console.warn('no full screen', error))
}

export function Screen({ session, version }: ScreenProps) {
  const { t } = useWords()
  const { person } = useMe()
  const [, go] = useLocation()
  const body = useRef<HTMLDivElement>(null)
  const measure = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState<'qr' | 'help' | 'black' | null>(null)
  const parts = useMemo(() => sections(version.content), [version])
  const units = useMemo(() => parts.map(unitsOf), [parts])
  const slides = useSlides(
    useMemo(() => ({ measure, body }), []),
    units,
  )
  const standing = standingIn(session, person)
  const seat = usePlace(session, version.id, slides, standing)
  const { place } = seat
  const slide = slides[Math.min(place.slide, slides.length - 1)]
  const titles = parts.map(({ title }) => title || t('projector.firstPart'))
  // A paper that opens with its own title needs no other.
  const headings = parts.map(({ title, blocks }) =>
    title || blocks.some(({ attrs }) => attrs?.part === 'title') ? title : session.topic,
  )
  const mayReadLive = canReadLive(standing, {
    stage: session.stage,
    windows: session.windows,
    now: 0,
  })
  const leave = () => go(mayReadLive ? `/sessions/${session.id}` : `/versions/${version.id}`)

  const toggle = (what: 'qr' | 'help' | 'black') => setOver(over === what ? null : what)
  const answer = (wish: Wish) => {
    // Any key lights the screen again, and does nothing else.
    if (over === 'black') return setOver(null)
    const does: Record<Wish, () => void> = {
      next: () => seat.toSlide(place.slide + 1),
      previous: () => seat.toSlide(place.slide - 1),
      first: () => seat.toSlide(0),
      last: () => seat.toSlide(slides.length - 1),
      down: () => seat.step(1),
      up: () => seat.step(-1),
      qr: () => toggle('qr'),
      help: () => toggle('help'),
      black: () => toggle('black'),
      full: fullScreen,
      leave,
    }
    does[wish]()
  }
  useKeys(answer)
  useFingers(body, answer, seat.toParagraph)

  return (
    <main className="projector" aria-label={t('projector.label')}>
      <header className="projector-head">
        <strong>{t('projector.topicNumber', { number: session.number })}</strong>
        <span className="projector-topic">{session.topic}</span>
        <span className="projector-badge">
          <Icon name="lock" /> {t('projector.version', { number: version.number })} ·{' '}
          {shortDigest(version.sha256)}
        </span>
      </header>
      <div ref={body} className="projector-body" aria-live="polite">
        {slide && (
          <SlideView
            title={headings[slide.section] ?? ''}
            units={(units[slide.section] ?? []).slice(slide.from, slide.to)}
            isContinued={slide.page > 0}
            shift={slide.shift}
            paragraph={place.paragraph}
          />
        )}
      </div>
      <div className="projector-measure" aria-hidden="true" inert>
        <div ref={measure}>
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sections of a frozen text never move
            <section key={index}>
              <SlideView
                title={headings[index] ?? part.title}
                units={units[index] ?? []}
                isContinued
              />
            </section>
          ))}
        </div>
      </div>
      {session.stage === 'inSession' && <NowStrip session={session} />}
      <Foot titles={titles} slides={slides} slide={place.slide} seat={seat} onWish={answer} />
      {over === 'qr' && <QrOverlay versionId={version.id} onClose={() => setOver(null)} />}
      {over === 'help' && (
        <HelpOverlay
          session={session}
          onHandOver={seat.leads && standing.seats.includes('chair') ? seat.handOver : null}
          onClose={() => setOver(null)}
        />
      )}
      {over === 'black' && (
        <button
          type="button"
          className="projector-black"
          aria-label={t('projector.black')}
          onClick={() => setOver(null)}
        />
      )}
    </main>
  )
}
