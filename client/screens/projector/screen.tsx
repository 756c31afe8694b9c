// A big screen, or a phone that looks at it: the picture, and over it only what hands need.
import { useEffect, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { useLink } from '../../pieces/live/session-live'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import type { ReadVersion } from '../../pieces/version-text/use-version'
import { useWords } from '../../pieces/words/words'
import { useFingers, useKeys, useWheelAway, type Wish } from './controls'
import { Foot } from './foot'
import { QrPanel } from './qr-panel'
import { Stage } from './stage'
import { Tools } from './tools'
import { useDeck } from './use-deck'
import { usePlace } from './use-place'
import { turned, useScreen } from './use-screen'

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

const narrow = '(max-width: 800px)'
function useIsPhone(): boolean {
  const [isPhone, setPhone] = useState(() => window.matchMedia(narrow).matches)
  useEffect(() => {
    const media = window.matchMedia(narrow)
    const look = () => setPhone(media.matches)
    media.addEventListener('change', look)
    return () => media.removeEventListener('change', look)
  }, [])
  return isPhone
}

export function Screen({ session, version }: ScreenProps) {
  const { t } = useWords()
  const { person } = useMe()
  const [isQr, setQr] = useState(false)
  const [pages, setPages] = useState(1)
  const isPhone = useIsPhone()
  const isLinked = useLink(session.id)
  const deck = useDeck(version, session.topic)
  const { slides, stops } = deck
  const who = standingIn(session, person)
  const seat = usePlace({ session, versionId: version.id, slides, stops, who })
  const { set } = useScreen(session)
  const { screen } = session
  const section = slides[seat.slide]?.section ?? 0

  const lead = (wish: Wish) => {
    // Any step lights the screen again, and does nothing else.
    if (seat.leads && screen.isBlank) return void set({ isBlank: false })
    const { showing } = screen
    if (seat.leads && showing && (wish === 'next' || wish === 'previous')) {
      return void set({ showing: turned(showing, pages, wish === 'next' ? 1 : -1) })
    }
    const does: Record<Wish, () => unknown> = {
      next: () => seat.step(1),
      previous: () => seat.step(-1),
      first: seat.toHead,
      last: seat.toEnd,
      nextSection: () => seat.toSection(section + 1),
      previousSection: () => seat.toSection(section - 1),
      black: () => seat.leads && set({ isBlank: true }),
      qr: () => setQr(!isQr),
      full: fullScreen,
      close: () => setQr(false),
    }
    does[wish]()
  }
  useKeys(lead)
  useFingers(deck.body, isPhone ? null : lead, seat.toParagraph)
  useWheelAway(deck.body, () => isPhone && seat.wander())

  return (
    <main aria-label={t('projector.label')}>
      <Stage
        session={session}
        version={version}
        deck={deck}
        spot={seat.spot}
        slide={seat.slide}
        isPhone={isPhone}
        isAway={!seat.follows}
        onPages={setPages}
      >
        <Foot deck={deck} slide={seat.slide} isLinked={isLinked} hasFailed={seat.hasFailed}>
          {seat.isProjected && !seat.leads && (
            <button
              type="button"
              className="projector-follow"
              data-follows={seat.follows}
              onClick={seat.follows ? seat.wander : seat.comeBack}
            >
              {t(seat.follows ? 'screen.wander' : 'screen.comeBack')}
            </button>
          )}
        </Foot>
        <Tools session={session} versionId={version.id} leads={seat.leads} onWish={lead} />
      </Stage>
      {isQr && <QrPanel versionId={version.id} />}
    </main>
  )
}
