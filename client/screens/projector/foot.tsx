// Below the projected text: the section and the next one, how far we are, the clock, the few buttons.
import { useNow } from '../../pieces/now'
import { Icon } from '../../pieces/ui/icon'
import { Menu } from '../../pieces/ui/menu'
import { useWords } from '../../pieces/words/words'
import type { Wish } from './controls'
import type { Slide } from './deck'
import type { usePlace } from './use-place'

interface FootProps {
  titles: readonly string[]
  slides: readonly Slide[]
  slide: number
  seat: ReturnType<typeof usePlace>
  onWish: (wish: Wish) => void
}

const two = (n: number) => String(n).padStart(2, '0')

const tools = [
  ['previous', 'chevron-left', 'previous'],
  ['next', 'chevron-right', 'next'],
  ['qr', 'qr', 'qr'],
  ['full', 'expand', 'fullScreen'],
] as const

export function Foot({ titles, slides, slide, seat, onWish }: FootProps) {
  const { t } = useWords()
  const now = new Date(useNow(5_000))
  const shown = slides[Math.min(slide, slides.length - 1)]
  const section = shown?.section ?? 0
  const next = titles[section + 1]
  const done = slides.length > 0 ? (slide + 1) / slides.length : 0
  return (
    <footer className="projector-foot">
      <Menu
        trigger={
          <button type="button" className="projector-sections" aria-label={t('projector.sections')}>
            <Icon name="menu" />
            <span>{next ? t('projector.nextSection', { title: next }) : titles[section]}</span>
          </button>
        }
        label={t('projector.sections')}
        items={titles.map((title, index) => ({
          label: title,
          onSelect: () => seat.toSlide(slides.findIndex((one) => one.section === index)),
        }))}
      />
      <span className="projector-progress" aria-hidden="true">
        <span style={{ width: `${Math.round(done * 100)}%` }} />
      </span>
      {seat.hasFailed && (
        <span className="projector-trouble" role="status">
          {t('projector.notSent')}
        </span>
      )}
      {seat.isProjected && !seat.leads && (
        <button
          type="button"
          className="projector-follow"
          aria-pressed={seat.follows}
          onClick={() => seat.setFollows(!seat.follows)}
        >
          {t(seat.follows ? 'projector.following' : 'projector.follow')}
        </button>
      )}
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
      <span className="projector-tools">
        {tools.map(([wish, icon, label]) => (
          <button
            key={wish}
            type="button"
            className="projector-tool"
            aria-label={t(`projector.${label}`)}
            title={t(`projector.${label}`)}
            onClick={() => onWish(wish)}
          >
            <Icon name={icon} />
          </button>
        ))}
        <button
          type="button"
          className="projector-tool"
          aria-label={t('projector.keys')}
          title={t('projector.keys')}
          onClick={() => onWish('help')}
        >
          ?
        </button>
      </span>
    </footer>
  )
}
