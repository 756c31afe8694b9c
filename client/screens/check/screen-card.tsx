// What the projector shows: its size as the browser sees it, a test of contrast and of letters.
import { useCallback, useEffect, useState } from 'react'
import { Button } from '../../pieces/ui/button'
import { useWords } from '../../pieces/words/words'
import { FullTestPicture, TestPicture } from './test-picture'

/** The projection is laid out for this much at least. */
const least = { width: 1024, height: 700 }

const sizes = () => ({
  width: Math.round(window.screen.width * window.devicePixelRatio),
  height: Math.round(window.screen.height * window.devicePixelRatio),
  inner: window.innerWidth,
  innerHeight: window.innerHeight,
})

export function ScreenCard() {
  const { t } = useWords()
  const [seen, setSeen] = useState(sizes)
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    const look = () => setSeen(sizes())
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])
  const leave = useCallback(() => setFull(false), [])
  const isSmall = seen.inner < least.width || seen.innerHeight < least.height
  return (
    <section className="room-card" aria-labelledby="check-screen">
      <header className="room-card-head">
        <h2 id="check-screen">{t('before.checkScreen')}</h2>
      </header>
      <p className="check-size">{t('before.checkSize', seen)}</p>
      {isSmall && <p className="check-careful">{t('before.checkSmall')}</p>}
      <TestPicture />
      <Button onClick={() => setFull(true)}>{t('before.checkFull')}</Button>
      {isFull && <FullTestPicture onLeave={leave} />}
    </section>
  )
}
