// Find and replace in the open paper: below the tools, so that it hides no word.
import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Wish } from '../../../../shared/document/find-text'
import { Button } from '../../ui/button'
import { TextInput } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { useWords } from '../../words/words'
import { foundIn, lookFor, replaceAll, replaceOne, showHit, stepTo } from './find'
import './find-bar.css'

interface FindBarProps {
  editor: Editor
  mayWrite: boolean
  /** Asked for with replacing; changes with every new asking. */
  asked: { readonly isReplacing: boolean; readonly words: string }
  onClose: () => void
}

const choices = ['withMarks', 'withCase', 'wholeWords'] as const

export function FindBar({ editor, mayWrite, asked, onClose }: FindBarProps) {
  const { t } = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [wish, setWish] = useState<Wish>({
    words: asked.words,
    withMarks: true,
    withCase: false,
    wholeWords: false,
  })
  const [words, setWords] = useState('')
  const [said, setSaid] = useState('')
  const { count, at } = useEditorState({
    editor,
    selector: ({ editor: current }) => {
      const { hits, at } = foundIn(current.state)
      return { count: hits.length, at }
    },
  })
  // At once: the next letter is meant for it.
  useLayoutEffect(() => {
    if (asked.words) setWish((before) => ({ ...before, words: asked.words }))
    input.current?.focus()
    input.current?.select()
  }, [asked])
  useEffect(() => {
    setSaid('')
    // Not at every letter of a word that is being typed, and the less so after the first.
    const timer = setTimeout(
      () => {
        if (editor.isDestroyed) return
        lookFor(editor, wish)
        showHit(editor)
      },
      wish.words.length > 1 ? 120 : 400,
    )
    return () => clearTimeout(timer)
  }, [editor, wish])
  useEffect(
    () => () => {
      if (!editor.isDestroyed) lookFor(editor, null)
    },
    [editor],
  )
  const close = () => {
    const [from, to] = foundIn(editor.state).hits[at] ?? []
    onClose()
    if (from !== undefined && to !== undefined) editor.commands.setTextSelection({ from, to })
    editor.view.focus()
  }
  const step = (by: 1 | -1) => {
    // Asked for before it was looked for: then the first is the next.
    if (foundIn(editor.state).wish === wish) stepTo(editor, by)
    else lookFor(editor, wish)
    showHit(editor)
  }
  const pressed = (event: KeyboardEvent) => {
    // What an input method is still composing is not for us.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && event.target === input.current) {
      event.preventDefault()
      step(event.shiftKey ? -1 : 1)
    }
  }
  const counted =
    wish.words === '' ? '' : count === 0 ? t('desk.noHit') : t('desk.hits', { at: at + 1, count })
  return (
    <search className="find-bar" aria-label={t('desk.find')} onKeyDown={pressed}>
      <div className="find-row">
        <label className="find-label" htmlFor={`${id}-find`}>
          {t('desk.find')}
        </label>
        <TextInput
          ref={input}
          id={`${id}-find`}
          value={wish.words}
          lang="vi"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setWish({ ...wish, words: event.target.value })}
        />
        <span className="find-count" role="status">
          {said || counted}
        </span>
        <button
          type="button"
          className="find-button"
          aria-label={t('desk.previousHit')}
          title={`${t('desk.previousHit')} (Shift+Enter)`}
          onClick={() => step(-1)}
        >
          <Icon name="chevron-left" />
        </button>
        <button
          type="button"
          className="find-button"
          aria-label={t('desk.nextHit')}
          title={`${t('desk.nextHit')} (Enter)`}
          onClick={() => step(1)}
        >
          <Icon name="chevron-right" />
        </button>
        <fieldset className="find-choices" aria-label={t('desk.howToFind')}>
          {choices.map((choice) => (
            <label key={choice}>
              <input
                type="checkbox"
                checked={wish[choice]}
                onChange={(event) => setWish({ ...wish, [choice]: event.target.checked })}
              />
              {t(`desk.${choice}`)}
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          className="find-button find-close"
          aria-label={t('common.close')}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </div>
      {mayWrite && asked.isReplacing && (
        <div className="find-row">
          <label className="find-label" htmlFor={`${id}-put`}>
            {t('desk.replaceWith')}
          </label>
          <TextInput
            id={`${id}-put`}
            value={words}
            placeholder={t('desk.replaceWith')}
            lang="vi"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button
            onClick={() => {
              replaceOne(editor, words)
              showHit(editor)
            }}
          >
            {t('desk.replace')}
          </Button>
          <Button onClick={() => setSaid(t('desk.replaced', { count: replaceAll(editor, words) }))}>
            {t('desk.replaceAll')}
          </Button>
        </div>
      )}
    </search>
  )
}
