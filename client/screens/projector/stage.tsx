// The picture that everyone in the room sees: the text at one place, or what is shown instead of it.
import { type ReactNode, useEffect, useRef } from 'react'
import type { SessionView } from '../../../shared/events'
import { shortDigest } from '../../../shared/records/digest'
import { Icon } from '../../pieces/ui/icon'
import type { ReadVersion } from '../../pieces/version-text/use-version'
import { useWords } from '../../pieces/words/words'
import type { Spot } from './deck'
import { NowStrip } from './now-strip'
import { PointerSpot } from './pointer-spot'
import { Shown } from './shown'
import { SlideView } from './slide-view'
import type { Deck } from './use-deck'
import './projector.css'
import './projector-phone.css'
import './themes.css'

/** Each step of the type size is so much larger than the one before. */
const sizeStep = 1.15

interface StageProps {
  session: SessionView
  version: ReadVersion
  deck: Deck
  spot: Spot
  slide: number
  /** On a phone one reads with a thumb: the text is one scroll. */
  isPhone?: boolean
  /** One reads elsewhere than where the room is. */
  isAway?: boolean
  onPages?: (pages: number) => void
  children?: ReactNode
}

export function Stage({ session, version, deck, spot, slide, ...more }: StageProps) {
  const { t } = useWords()
  const { isPhone = false, isAway = false, onPages, children } = more
  const { screen } = session
  const { body, measure, headings, units, slides } = deck
  const page = slides[Math.min(slide, slides.length - 1)]
  const isScroll = isPhone || screen.layout === 'scroll'
  const marked = screen.highlight?.version === version.id ? screen.highlight : null
  const { paragraph, unit } = spot
  const focus = unit === undefined && paragraph > 0 ? paragraph : null
  const isShowing = screen.showing !== null && !(isPhone && isAway)
  useScrollTo(deck, spot, isScroll && !isAway)

  return (
    <div
      className={`projector ${isPhone ? 'is-phone' : ''} ${isScroll ? 'is-scroll' : ''}`}
      data-theme={screen.theme}
      style={{ '--size': isPhone ? 1 : sizeStep ** screen.size } as never}
    >
      <header className="projector-head">
        <strong>{t('projector.topicNumber', { number: session.number })}</strong>
        <span className="projector-topic">{session.topic}</span>
        {session.stage === 'frozen' && (
          <span className="projector-rehearsal">{t('before.rehearsal')}</span>
        )}
        <span className="projector-badge">
          <Icon name="lock" /> {t('projector.version', { number: version.number })} ·{' '}
          {shortDigest(version.sha256)}
        </span>
      </header>
      <div className="projector-field">
        <div ref={body} className="projector-body" inert={isShowing || undefined}>
          {isScroll
            ? units.map((own, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: sections of a frozen text never move
                <section key={index}>
                  <SlideView
                    title={headings[index] ?? ''}
                    units={own}
                    paragraph={focus}
                    marked={marked}
                  />
                </section>
              ))
            : page && (
                <SlideView
                  title={headings[page.section] ?? ''}
                  units={(units[page.section] ?? []).slice(page.from, page.to)}
                  isContinued={page.page > 0}
                  shift={page.shift}
                  paragraph={focus}
                  marked={marked}
                />
              )}
        </div>
        {isScroll && focus !== null && (spot.share ?? 0) > 0 && !isPhone && (
          <span className="projector-part">{focus}</span>
        )}
        <div className="projector-measure" aria-hidden="true" inert>
          <div ref={measure}>
            {units.map((own, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: sections of a frozen text never move
              <section key={index}>
                <SlideView title={headings[index] ?? ''} units={own} isContinued />
              </section>
            ))}
          </div>
        </div>
        {isShowing ? (
          <Shown session={session} version={version} onPages={onPages} />
        ) : (
          <PointerSpot sessionId={session.id} versionId={version.id} body={body} />
        )}
      </div>
      {session.stage === 'inSession' ? (
        <NowStrip session={session} />
      ) : (
        <div className="projector-now is-quiet" />
      )}
      {children}
      {screen.isBlank && !isPhone && (
        <div className="projector-blank" role="img" aria-label={t('screen.blank')} />
      )}
    </div>
  )
}

/** How far down the picture the place stands. */
const fromTop = 0.16

/** In one scroll, the place is brought into sight when it changes, and not otherwise. */
function useScrollTo(
  { body, measure, slides }: Deck,
  { paragraph, unit, share = 0 }: Spot,
  isOn: boolean,
) {
  const hasCome = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other slides are letters of another size
  useEffect(() => {
    const box = body.current
    if (!box || !isOn) return
    const units = [...box.querySelectorAll<HTMLElement>('.projector-unit')]
    const numbered = box.querySelector<HTMLElement>(`[data-number="${paragraph}"]`)
    const element = unit === undefined ? numbered : units[unit]
    const offset = element ? topIn(box, element) + share * element.offsetHeight : 0
    const top = element ? offset - fromTop * box.clientHeight : 0
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    box.scrollTo({ top, behavior: isCalm || !hasCome.current ? 'auto' : 'smooth' })
    hasCome.current = true
  }, [body, measure, slides, paragraph, unit, share, isOn])
}

function topIn(box: HTMLElement, element: HTMLElement): number {
  const scale = box.getBoundingClientRect().width / (box.offsetWidth || 1) || 1
  const own = element.getBoundingClientRect().top - box.getBoundingClientRect().top
  return own / scale + box.scrollTop
}
