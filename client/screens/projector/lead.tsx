// The leader's desk, at a laptop or in one hand: what the room sees, what comes next, who asks to speak.
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { eachNumbered, type PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import { useLink, useSession } from '../../pieces/live/session-live'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { useNow } from '../../pieces/now'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { Icon } from '../../pieces/ui/icon'
import { Waiting } from '../../pieces/ui/waiting'
import { type ReadVersion, useVersion } from '../../pieces/version-text/use-version'
import { useWords } from '../../pieces/words/words'
import { useFingers, useKeys, type Wish } from './controls'
import { LeadProgramme } from './lead-programme'
import { LeadShow } from './lead-show'
import { LeadSpeaking } from './lead-speaking'
import { LeadWords } from './lead-words'
import { Preview } from './preview'
import { useDeck } from './use-deck'
import { usePlace } from './use-place'
import { turned, useScreen } from './use-screen'
import './lead.css'
import './lead-phone.css'
import './projector-overlays.css'

export function Lead({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { session, error, refresh } = useSession(sessionId)
  const { version, error: versionError, retry } = useVersion(session?.versions.at(-1)?.id)
  usePageTitle(t('screen.desk'))
  if (session && version) return <Desk key={version.id} session={session} version={version} />
  const trouble = error ?? versionError
  return (
    <main className="projector-alone">
      {trouble ? (
        <Trouble error={trouble} retry={() => (error ? void refresh() : retry())} />
      ) : session && session.versions.length === 0 ? (
        <h1>{t('projector.noVersion')}</h1>
      ) : (
        <Waiting />
      )}
    </main>
  )
}

const tabs = ['text', 'speaking', 'screen'] as const
const two = (n: number) => String(n).padStart(2, '0')

function paragraphsOf(content: PaperNode): Map<number, PaperNode> {
  const found = new Map<number, PaperNode>()
  eachNumbered(content, (node) => node.number !== undefined && found.set(node.number, node))
  return found
}

function Desk({ session, version }: { session: SessionView; version: ReadVersion }) {
  const { t } = useWords()
  const { person } = useMe()
  const [tab, setTab] = useState<(typeof tabs)[number]>('text')
  const [pages, setPages] = useState(1)
  const isLinked = useLink(session.id)
  const clock = new Date(useNow(1000))
  const deck = useDeck(version, session.topic)
  const { slides, stops } = deck
  const who = standingIn(session, person)
  const seat = usePlace({ session, versionId: version.id, slides, stops, who })
  const screens = useScreen(session)
  const { screen } = session
  const paragraphs = useMemo(() => paragraphsOf(version.content), [version])
  const { isBlank, showing } = screen
  const section = slides[seat.slide]?.section ?? 0

  const turn = (by: 1 | -1) => {
    if (isBlank) return screens.set({ isBlank: false })
    return showing ? screens.set({ showing: turned(showing, pages, by) }) : seat.step(by)
  }
  const lead = (wish: Wish) => {
    if (!seat.leads) return
    const does: Partial<Record<Wish, () => unknown>> = {
      next: () => turn(1),
      previous: () => turn(-1),
      first: seat.toHead,
      last: seat.toEnd,
      nextSection: () => seat.toSection(section + 1),
      previousSection: () => seat.toSection(section - 1),
      black: () => screens.set({ isBlank: !isBlank }),
    }
    does[wish]?.()
  }
  useKeys(lead)
  useFingers(deck.body, null, seat.toParagraph)
  const trouble = seat.hasFailed || screens.hasFailed
  const next = stops[seat.at + 1]

  return (
    <main className="lead" data-tab={tab}>
      <header className="lead-head">
        <Link href={`/sessions/${session.id}/room`} aria-label={t('room.title')}>
          <Icon name="chevron-left" />
        </Link>
        <h1>{t('projector.topicNumber', { number: session.number })}</h1>
        <span className={isLinked && !trouble ? 'lead-link' : 'lead-link is-cut'} role="status">
          {t(!isLinked ? 'screen.unlinked' : trouble ? 'projector.notSent' : 'screen.linked')}
        </span>
        <a href={`/sessions/${session.id}/project`} target="_blank" rel="noopener">
          <Icon name="expand" /> <span>{t('screen.openScreen')}</span>
        </a>
        <time>
          {two(clock.getHours())}:{two(clock.getMinutes())}
        </time>
      </header>
      <div className="lead-tabs" role="tablist" aria-label={t('screen.desk')}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={tab === one}
            onClick={() => setTab(one)}
          >
            {t(`screen.tab-${one}`)}
          </button>
        ))}
      </div>
      <section className="lead-text" aria-label={t('screen.tab-text')}>
        <Preview
          session={session}
          version={version}
          deck={deck}
          seat={seat}
          isLinked={isLinked}
          onPages={setPages}
        />
        <LeadWords
          session={session}
          version={version}
          seat={seat}
          screens={screens}
          now={paragraphs.get(seat.spot.paragraph)}
          next={next && paragraphs.get(next.paragraph)}
        />
      </section>
      <div className="lead-panel">
        <LeadProgramme session={session} who={who} />
        <LeadSpeaking session={session} who={who} seat={seat} screens={screens} />
        <LeadShow session={session} version={version} seat={seat} screens={screens} who={who} />
      </div>
      {seat.leads ? (
        <div className="lead-thumb">
          <button type="button" onClick={() => lead('previous')}>
            <Icon name="chevron-left" size={26} />
            <span>{t('screen.back')}</span>
          </button>
          <button
            type="button"
            className="lead-blank"
            aria-pressed={isBlank}
            onClick={() => lead('black')}
          >
            <Icon name={isBlank ? 'eye' : 'eye-off'} size={22} />
            <span>{t(isBlank ? 'screen.light' : 'screen.darken')}</span>
          </button>
          <button type="button" className="lead-on" onClick={() => lead('next')}>
            <span>{t('screen.on')}</span>
            <Icon name="chevron-right" size={26} />
          </button>
        </div>
      ) : (
        <p className="lead-thumb lead-idle">{t('screen.notLeading')}</p>
      )}
    </main>
  )
}
