// Ctrl+F and Ctrl+H on the page of a paper; a second Ctrl+F is the browser's own.
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

export interface Asked {
  readonly isReplacing: boolean
  readonly words: string
}

const longest = 200

/** What is selected is most often what is looked for. */
function selectedWords({ state }: Editor): string {
  const { from, to } = state.selection
  const words = state.doc.textBetween(from, Math.min(to, from + longest), '\n', ' ')
  return words.includes('\n') ? '' : words.trim()
}

export function useFind(editor: Editor | null, mayWrite: boolean) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const open = useCallback(
    (isReplacing: boolean) => {
      if (!editor) return
      // Before the next key, which is meant for the bar.
      flushSync(() => {
        setAsked({ isReplacing: isReplacing && mayWrite, words: selectedWords(editor) })
      })
    },
    [editor, mayWrite],
  )
  const close = useCallback(() => setAsked(null), [])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      const isFind = event.code === 'KeyF'
      if (!isFind && event.code !== 'KeyH') return
      const target = event.target instanceof Element ? event.target : null
      const isElsewhere =
        target?.closest('[role="dialog"]') || (isFind && target?.closest('.find-bar'))
      if (isElsewhere || event.isComposing) return
      event.preventDefault()
      open(!isFind)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [open])
  return { asked, open, close }
}
