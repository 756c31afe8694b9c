// The card in which a new note is written.
import { useEffect, useRef, useState } from 'react'
import type { Note } from '../../../shared/records/note'
import { api, call, Refused } from '../../api'
import type { Anchor } from '../comments/comment-draft'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import type { NoteInHand } from './note-draft'
import { NoteForm } from './note-form'
import { OnlyYou } from './only-you'

interface NoteComposerProps {
  inHand: NoteInHand
  sessionId: string
  documentId: string
  /** The words selected in the text now. */
  selected: () => Anchor | null
  onSaved: (note: Note) => void
}

export function NoteComposer(props: NoteComposerProps) {
  const { inHand, sessionId, documentId, selected, onSaved } = props
  const { t } = useWords()
  const card = useRef<HTMLElement>(null)
  const { draft, change, clear } = inHand
  const { anchor, kind, body } = draft
  const [isLost, setLost] = useState(false)
  const { isBusy, trouble, setTrouble, send } = useSending()
  // The words are chosen; what comes next is typing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when other words are chosen
  useEffect(() => {
    card.current?.querySelector('textarea')?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [anchor])
  const save = () =>
    send(async () => {
      if (body.trim() === '') return
      const json = { documentId, ...anchor, kind, body: body.trim() }
      try {
        const saved = await call(
          api.sessions[':id'].notes.$post({ param: { id: sessionId }, json }),
        )
        clear()
        onSaved(saved as Note)
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'quote-mismatch') throw error
        setLost(true)
      }
    })
  const anchorAgain = () => {
    const next = selected()
    if (!next) return setTrouble(t('comments.nothingSelected'))
    setTrouble(null)
    setLost(false)
    change({ anchor: next })
  }
  return (
    <section ref={card} className="note-card is-composing" aria-label={t('notes.newNote')}>
      <OnlyYou />
      {anchor && (
        <blockquote className={`note-quote ${isLost ? 'is-lost' : ''}`}>{anchor.quote}</blockquote>
      )}
      {isLost && (
        <Notice tone="gold">
          <p>{t('refusal.quote-mismatch')}</p>
          <Button onMouseDown={(event) => event.preventDefault()} onClick={anchorAgain}>
            {t('comments.reanchor')}
          </Button>
        </Notice>
      )}
      <NoteForm
        words={draft}
        isBusy={isBusy}
        trouble={trouble}
        onChange={change}
        onSave={() => void save()}
        onCancel={() => (body.trim() === '' ? clear() : change({ isOpen: false }))}
      />
    </section>
  )
}
