// Where the printed pages begin, drawn over the text; measured when nobody types, so that typing costs nothing.
import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/words'
import { measurePages } from './measure-pages'

interface Mark {
  readonly top: number
  readonly page: number
}

/** After the last letter, so long nobody types. */
const restMs = 1200
const latestMs = 4000
/** A mark stands in the gap above its line. */
const aboveLine = 3

const whenIdle = (work: () => void): (() => void) => {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, 0)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(work, { timeout: latestMs })
  return () => cancelIdleCallback(asked)
}

export function PageMarks({ editor }: { editor: Editor }) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [marks, setMarks] = useState<readonly Mark[]>([])
  useEffect(() => {
    let forget: () => void = () => undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const { view } = editor
      if (editor.isDestroyed || !box.current) return
      // While a word is being composed the page is left alone.
      if (view.composing) return later()
      const { top } = box.current.getBoundingClientRect()
      const starts = measurePages(view)
      setMarks(
        starts.map((position, index) => ({
          top: view.coordsAtPos(position).top - top - aboveLine,
          page: index + 2,
        })),
      )
    }
    const later = (wait = restMs) => {
      clearTimeout(timer)
      forget()
      timer = setTimeout(() => {
        forget = whenIdle(look)
      }, wait)
    }
    const changed = () => later()
    later(0)
    editor.on('update', changed)
    const sizes = new ResizeObserver(changed)
    sizes.observe(editor.view.dom)
    // Letters that come late are wider or narrower than those they replace.
    void document.fonts.ready.then(changed)
    return () => {
      editor.off('update', changed)
      sizes.disconnect()
      clearTimeout(timer)
      forget()
    }
  }, [editor])
  const pages = marks.length + 1
  return (
    <div className="page-marks" ref={box}>
      <p className="visually-hidden" role="status">
        {t('desk.pages', { count: pages })}
      </p>
      {marks.map(({ top, page }) => (
        <div key={page} className="page-mark" style={{ top }} data-page={page}>
          <span>{t('desk.page', { page, count: pages })}</span>
        </div>
      ))}
    </div>
  )
}
