// A picture to adjust a projector by: ten greys, letters of known sizes, four corners.
import { useEffect, useRef } from 'react'
import { useWords } from '../../pieces/words/words'

/** From black to white in even steps. */
const greys = Array.from({ length: 10 }, (_, step) => Math.round((step * 255) / 9))
/** In pixels; the projection begins at 31. */
const letters = [36, 31, 24, 18]
const largeLetters = [60, 48, ...letters]

export function TestPicture({ sizes = letters }: { sizes?: readonly number[] }) {
  const { t } = useWords()
  return (
    <div className="test-picture">
      <p>{t('before.checkContrast')}</p>
      <div className="test-greys" aria-hidden="true">
        {greys.map((grey, step) => (
          <span
            key={grey}
            style={{
              background: `rgb(${grey} ${grey} ${grey})`,
              color: grey < 128 ? '#fff' : '#000',
            }}
          >
            {step + 1}
          </span>
        ))}
      </div>
      <p>{t('before.checkType')}</p>
      <ol className="test-letters">
        {sizes.map((size) => (
          <li key={size} style={{ fontSize: size }}>
            <small>{size}</small> {t('before.checkLine')}
          </li>
        ))}
      </ol>
    </div>
  )
}

const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const

/** Over the whole screen, until a key or a press. */
export function FullTestPicture({ onLeave }: { onLeave: () => void }) {
  const { t } = useWords()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Refused by the browser: the window's own size is tested then.
    const full = root.current?.requestFullscreen?.()
    full?.catch((error) => console.warn('no full screen', error))
    const leave = (event: Event) => {
      event.preventDefault()
      onLeave()
    }
    const left = () => {
      if (!document.fullscreenElement) onLeave()
    }
    window.addEventListener('keydown', leave)
    document.addEventListener('fullscreenchange', left)
    return () => {
      window.removeEventListener('keydown', leave)
      document.removeEventListener('fullscreenchange', left)
      if (document.fullscreenElement) void document.exitFullscreen()
    }
  }, [onLeave])
  return (
    <div ref={root} className="test-full">
      <TestPicture sizes={largeLetters} />
      <p>{t('before.checkEdges')}</p>
      {corners.map((corner) => (
        <span key={corner} className={`test-corner is-${corner}`} aria-hidden="true" />
      ))}
      <button type="button" className="test-leave" onClick={onLeave}>
        {t('before.checkBack')}
      </button>
    </div>
  )
}
