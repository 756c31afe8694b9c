// Where the leader points now: a ring at a letter, wherever that stands on this screen; gone by itself.
import { type RefObject, useEffect, useState } from 'react'
import type { Pointer } from '../../../shared/records/screen'
import { onLive } from '../../pieces/live/session-live'
import { rangeOfLetters } from './letters'

/** Not renewed for so long, it fades. */
const shownMs = 4000

interface PointerSpotProps {
  sessionId: string
  versionId: string
  body: RefObject<HTMLElement | null>
}

export function PointerSpot({ sessionId, versionId, body }: PointerSpotProps) {
  const [pointer, setPointer] = useState<Pointer | null>(null)
  useEffect(() => {
    let timer = 0
    const leave = onLive(sessionId, (event) => {
      if (event.type !== 'pointer') return
      window.clearTimeout(timer)
      setPointer(event.pointer)
      timer = window.setTimeout(() => setPointer(null), shownMs)
    })
    return () => {
      window.clearTimeout(timer)
      leave()
    }
  }, [sessionId])
  const place = pointer?.version === versionId ? placeOf(pointer, body.current) : null
  if (!place) return null
  return <span className="projector-spot" style={place} aria-hidden="true" />
}

/** In the pixels of the picture's field. */
function placeOf({ paragraph, at }: Pointer, body: HTMLElement | null) {
  const words = body?.querySelector<HTMLElement>(`[data-number="${paragraph}"]`)
  const field = body?.parentElement
  if (!body || !words || !field) return null
  const range = rangeOfLetters(words, at, at + 1)
  const box = (range ?? words).getBoundingClientRect()
  const seen = body.getBoundingClientRect()
  if (box.bottom < seen.top || box.top > seen.bottom) return null
  const frame = field.getBoundingClientRect()
  const scale = frame.width / (field.offsetWidth || 1) || 1
  return {
    left: (box.left + (range ? box.width / 2 : 0) - frame.left) / scale,
    top: (box.top + box.height / 2 - frame.top) / scale,
  }
}
