// The people offered after `@`, under the text area or above it where there is more room.
import { useEffect, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { PublicPerson } from '../../../shared/records/person'
import { Avatar } from '../ui/avatar'
import { useWords } from '../words/words'
import './mention.css'

interface MentionListProps {
  id: string
  anchor: HTMLElement
  people: readonly PublicPerson[]
  current: number
  optionId: (index: number) => string
  onTake: (username: string) => void
}

const mostHeight = 232
const gap = 4

function placeAt(anchor: HTMLElement) {
  const { left, top, bottom, width } = anchor.getBoundingClientRect()
  const view = window.visualViewport
  const floor = view ? view.offsetTop + view.height : window.innerHeight
  const [below, above] = [floor - bottom, top - (view?.offsetTop ?? 0)]
  const maxHeight = Math.min(mostHeight, Math.max(below, above) - 2 * gap)
  const across = { left, width, maxHeight }
  return below >= Math.min(mostHeight, above)
    ? { ...across, top: bottom + gap }
    : { ...across, bottom: window.innerHeight - top + gap }
}

export function MentionList({ id, anchor, people, current, optionId, onTake }: MentionListProps) {
  const { t } = useWords()
  const [place, setPlace] = useState(() => placeAt(anchor))
  useLayoutEffect(() => {
    const again = () =>
      setPlace((known) => {
        const next = placeAt(anchor)
        return JSON.stringify(next) === JSON.stringify(known) ? known : next
      })
    // The card glides to its place in the margin: followed while the list is there.
    let frame = requestAnimationFrame(function follow() {
      again()
      frame = requestAnimationFrame(follow)
    })
    return () => cancelAnimationFrame(frame)
  }, [anchor])
  useEffect(() => {
    document.getElementById(optionId(current))?.scrollIntoView({ block: 'nearest' })
  }, [current, optionId])
  return createPortal(
    <div
      id={id}
      role="listbox"
      aria-label={t('news.mentionPeople')}
      className="mention-list"
      style={place}
    >
      {people.map(({ id: personId, username, name }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text area
        <div
          key={username}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          className="mention-choice"
          // The text area keeps the focus, and the phone its keyboard.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            event.stopPropagation()
            onTake(username)
          }}
        >
          <Avatar name={name} id={personId} size={26} decorative />
          <span className="mention-choice-name">{name}</span>
          <span className="mention-choice-username">@{username}</span>
        </div>
      ))}
    </div>,
    document.body,
  )
}
