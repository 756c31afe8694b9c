// A text area in which `@` offers the people of the cell; what is kept is `@username`.
import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useMe } from '../me'
import { usePeople } from '../people-names'
import { useHeld } from '../ui/held'
import { useWords } from '../words/words'
import { MentionList } from './mention-list'
import { type OpenMention, openMention, peopleMeant } from './mention-search'

interface MentionAreaProps extends Omit<ComponentProps<'textarea'>, 'onChange'> {
  value: string
  onText: (text: string) => void
}

/** How many are offered at once. */
const most = 12

/** The browser's own insertion, so that Ctrl+Z takes it back; else the text is set. */
function write(area: HTMLTextAreaElement, from: number, to: number, words: string): string | null {
  area.focus()
  area.setSelectionRange(from, to)
  if (document.execCommand('insertText', false, words)) return null
  area.setRangeText(words, from, to, 'end')
  return area.value
}

export function MentionArea(props: MentionAreaProps) {
  const { value, onText, onKeyDown, onBlur, readOnly, ...rest } = props
  const { t } = useWords()
  const held = useHeld(readOnly)
  const { people = [] } = usePeople()
  const { person } = useMe()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const isComposing = useRef(false)
  const [open, setOpen] = useState<OpenMention | null>(null)
  const [chosen, setChosen] = useState(0)
  /** Where Escape was pressed: that `@` stays closed. */
  const [laidDown, setLaidDown] = useState<number | null>(null)
  const meant =
    open && open.at !== laidDown ? peopleMeant(people, open.sought, person.username) : []
  const offered = meant.slice(0, most)
  const isOpen = offered.length > 0
  const current = Math.min(chosen, offered.length - 1)

  const look = () => {
    const { current: box } = area
    if (!box) return
    const isCaret = box.selectionStart === box.selectionEnd
    const found = isCaret ? openMention(box.value, box.selectionStart) : null
    if (found?.at !== open?.at || found?.sought !== open?.sought) {
      setOpen(found)
      setChosen(0)
    }
    if (found?.at !== laidDown) setLaidDown(null)
  }
  // The caret moves by keys, by a tap, and by what is written.
  const latest = useRef(look)
  latest.current = look
  useEffect(() => {
    const moved = () => document.activeElement === area.current && latest.current()
    document.addEventListener('selectionchange', moved)
    return () => document.removeEventListener('selectionchange', moved)
  }, [])

  const take = (username: string) => {
    const { current: box } = area
    if (!box) return
    // A word still being composed is committed first: it may not be written over.
    if (isComposing.current) box.blur()
    const there = openMention(box.value, box.selectionStart)
    if (!there) return
    const written = write(box, there.at, there.at + 1 + there.sought.length, `@${username} `)
    if (written !== null) onText(written)
    setOpen(null)
  }
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Keys that compose a word belong to the input method.
    if (!isOpen || event.nativeEvent.isComposing || event.keyCode === 229) return false
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const person = offered[current]
    if (!plain) return false
    if (step) setChosen((current + step + offered.length) % offered.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) take(person.username)
    else if (event.key === 'Escape') setLaidDown(open?.at ?? null)
    else return false
    // Neither the form nor the drawer around it hears of a key that was for the list.
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const optionId = (index: number) => `${id}-${index}`
  return (
    <>
      <textarea
        {...rest}
        {...held}
        ref={area}
        value={value}
        onChange={(event) => {
          onText(event.target.value)
          look()
        }}
        onKeyDown={(event) => {
          if (!keys(event)) onKeyDown?.(event)
        }}
        onCompositionStart={() => {
          isComposing.current = true
        }}
        onCompositionEnd={() => {
          isComposing.current = false
        }}
        onBlur={(event) => {
          setOpen(null)
          onBlur?.(event)
        }}
        aria-autocomplete="list"
        {...(isOpen && {
          role: 'combobox',
          'aria-haspopup': 'listbox',
          'aria-expanded': true,
          'aria-controls': id,
          'aria-activedescendant': optionId(current),
        })}
      />
      <span className="visually-hidden" role="status">
        {isOpen && t('news.mentionCount', { count: offered.length })}
      </span>
      {isOpen && area.current && (
        <MentionList
          id={id}
          anchor={area.current}
          people={offered}
          current={current}
          optionId={optionId}
          onTake={take}
        />
      )}
    </>
  )
}
