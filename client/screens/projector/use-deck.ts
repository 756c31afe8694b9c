// A version as slides: its sections and units, measured for the picture that shows them.
import { useMemo, useRef } from 'react'
import { sections } from '../../../shared/document/outline'
import type { ReadVersion } from '../../pieces/version-text/use-version'
import { useWords } from '../../pieces/words/words'
import { stopsOf, unitsOf } from './deck'
import { useSlides } from './use-slides'

export type Deck = ReturnType<typeof useDeck>

export function useDeck(version: ReadVersion, topic: string) {
  const { t } = useWords()
  const body = useRef<HTMLDivElement>(null)
  const measure = useRef<HTMLDivElement>(null)
  const parts = useMemo(() => sections(version.content), [version])
  const units = useMemo(() => parts.map(unitsOf), [parts])
  const slides = useSlides(
    useMemo(() => ({ measure, body }), []),
    units,
  )
  const stops = useMemo(() => stopsOf(slides), [slides])
  return {
    body,
    measure,
    units,
    slides,
    stops,
    titles: parts.map(({ title }) => title || t('projector.firstPart')),
    // A paper that opens with its own title needs no other.
    headings: parts.map(({ title, blocks }) =>
      title || blocks.some(({ attrs }) => attrs?.part === 'title') ? title : topic,
    ),
  }
}
