// Below the projected text: the next section, how far we are, whether the line is there, the clock.
import type { ReactNode } from 'react'
import { useNow } from '../../pieces/now'
import { useWords } from '../../pieces/words/words'
import type { Deck } from './use-deck'

interface FootProps {
  deck: Deck
  slide: number
  isLinked: boolean
  /** The leader's step has not reached the server. */
  hasFailed?: boolean
  children?: ReactNode
}

const two = (n: number) => String(n).padStart(2, '0')

export function Foot({ deck, slide, isLinked, hasFailed = false, children }: FootProps) {
  const { t } = useWords()
  const now = new Date(useNow(5_000))
  const { slides, titles } = deck
  const shown = slides[Math.min(slide, slides.length - 1)]
  const section = shown?.section ?? 0
  const next = titles[section + 1]
  const done = slides.length > 0 ? (slide + 1) / slides.length : 0
  return (
    <footer className="projector-foot">
      <span className="projector-next-section">
        {next ? t('projector.nextSection', { title: next }) : titles[section]}
      </span>
      <span className="projector-progress" aria-hidden="true">
        <span style={{ width: `${Math.round(done * 100)}%` }} />
      </span>
      {(hasFailed || !isLinked) && (
        <span className="projector-trouble" role="status">
          {t(isLinked ? 'projector.notSent' : 'screen.unlinked')}
        </span>
      )}
      {children}
      <span className="projector-count">
        {section + 1}/{titles.length}
        {shown && shown.pages > 1 && (
          <span className="projector-page">
            {' · '}
            {t('projector.position', { page: shown.page + 1, pages: shown.pages })}
          </span>
        )}
      </span>
      <time className="projector-clock">
        {two(now.getHours())}:{two(now.getMinutes())}
      </time>
    </footer>
  )
}
