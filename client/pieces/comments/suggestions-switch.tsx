// The switch that shows suggested wordings in the text, as each person left it.
import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { useMe } from '../me'
import { type Suggestions, showSuggestions } from '../paper/suggestion-marks'
import { useWords } from '../words/words'
import { suggestionOf } from './suggestion'

const keyOf = (username: string) => `banthao.suggestions.${username}`

function readChoice(username: string): boolean {
  try {
    return localStorage.getItem(keyOf(username)) === 'on'
  } catch {
    // A browser that keeps nothing: off at every visit.
    return false
  }
}

function keepChoice(username: string, isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(keyOf(username), 'on')
    else localStorage.removeItem(keyOf(username))
  } catch (error) {
    console.warn('the choice is not kept', error)
  }
}

const none: Suggestions = new Map()

interface SuggestionsSwitchProps {
  editor: Editor | null
  threads: readonly ThreadView[]
}

export function SuggestionsSwitch({ editor, threads }: SuggestionsSwitchProps) {
  const { t } = useWords()
  const { username } = useMe().person
  const [isOn, setOn] = useState(() => readChoice(username))
  const suggestions = useMemo(
    () =>
      new Map(
        threads.flatMap((thread) => {
          const words = thread.state === 'open' ? suggestionOf(thread) : null
          return words === null ? [] : [[thread.id, words] as const]
        }),
      ),
    [threads],
  )
  useEffect(() => {
    if (editor && !editor.isDestroyed) return showSuggestions(editor, isOn ? suggestions : none)
  }, [editor, isOn, suggestions])
  if (suggestions.size === 0) return null
  return (
    <label className="comment-switch">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => {
          setOn(target.checked)
          keepChoice(username, target.checked)
        }}
      />
      <span>{t('comments.showSuggestions', { count: suggestions.size })}</span>
    </label>
  )
}
