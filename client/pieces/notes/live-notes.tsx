// The private notes of a live paper: found in its text, drawn there for their author, listed beside it.
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useState } from 'react'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import type { Note } from '../../../shared/records/note'
import type { Round } from '../../../shared/rights'
import { commentGate } from '../comments/gate'
import { anchorOfSelection, rangeOfAnchor } from '../comments/live-anchor'
import { standingIn } from '../live/standing'
import { useMe } from '../me'
import { useNow } from '../now'
import { flatPaper, type NotePlace, placeOfNote, type Range } from './find-words'
import { goToWords } from './go-to-words'
import { NoteBubble } from './note-bubble'
import { useNoteDraft } from './note-draft'
import { type Mark, markOf, showNotes } from './note-marks'
import { NotesPanel } from './notes-panel'
import { ownOf, useNotes } from './use-notes'

interface LiveNotesProps {
  /** Bound to the live paper; `null` while it opens. */
  editor: Editor | null
  session: SessionView
  documentId: string
  ground: Round
  /** A note was begun at selected words: show the panel where it is not in sight. */
  onCompose: () => void
}

/** The text has come to rest: notes are looked for once, not with every letter. */
const restMs = 400

interface Found {
  readonly places: ReadonlyMap<string, NotePlace>
  /** Of the same words: they are drawn later, when the text may have moved. */
  readonly marks: ReadonlyMap<string, Mark>
}
const nothing: Found = { places: new Map(), marks: new Map() }

function placesIn(editor: Editor, documentId: string, notes: readonly Note[]): Found {
  const { doc } = editor.state
  let known: ReturnType<typeof flatPaper> | null = null
  const flat = () => {
    known ??= flatPaper(doc.toJSON() as PaperNode)
    return known
  }
  const wordsAt = ({ from, to }: Range) => doc.textBetween(from, to, '\n', '\n')
  const places = new Map<string, NotePlace>(
    notes
      .filter(({ quote }) => quote !== '')
      .map((note) => {
        const isHere = note.documentId === documentId
        const byPosition = isHere ? rangeOfAnchor(editor, note) : null
        const place = placeOfNote(note, byPosition, wordsAt, flat)
        // Words of another paper are not "changed" because they are not in this one.
        return [note.id, isHere ? place : { ...place, isChanged: false }]
      }),
  )
  const marks = new Map<string, Mark>()
  for (const [id, { range }] of places) {
    const mark = range && markOf(editor, range)
    if (mark) marks.set(id, mark)
  }
  return { places, marks }
}

function usePlaces(editor: Editor | null, documentId: string, notes: readonly Note[] | undefined) {
  const [found, setFound] = useState(nothing)
  useEffect(() => {
    if (!editor || !notes) return
    let timer = 0
    const look = () => {
      // An empty text has yet to come: its words are not gone.
      if (!editor.isDestroyed && editor.state.doc.textContent !== '') {
        setFound(placesIn(editor, documentId, notes))
      }
    }
    const changed = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (!transaction.docChanged) return
      window.clearTimeout(timer)
      timer = window.setTimeout(look, restMs)
    }
    look()
    editor.on('transaction', changed)
    return () => {
      window.clearTimeout(timer)
      editor.off('transaction', changed)
    }
  }, [editor, documentId, notes])
  return found
}

export function LiveNotes({ editor, session, documentId, ground, onCompose }: LiveNotesProps) {
  const { person } = useMe()
  const now = useNow(10_000)
  const { notes } = useNotes(session.id)
  const { places, marks } = usePlaces(editor, documentId, notes)
  const { start } = useNoteDraft(documentId)
  const selected = useCallback(
    () => (editor && !editor.isDestroyed ? anchorOfSelection(editor) : null),
    [editor],
  )
  useEffect(() => {
    if (!editor || !notes) return
    const own = ownOf(notes, person)
    return showNotes(
      editor,
      own.flatMap(({ id }) => marks.get(id) ?? []),
    )
  }, [editor, notes, marks, person])
  const gate = commentGate(ground, session, standingIn(session, person), now)
  return (
    <>
      <NoteBubble
        root={editor && !editor.isDestroyed ? editor.view.dom : null}
        isBeside={gate.isOpen}
        onStart={() => {
          start(selected())
          onCompose()
        }}
      />
      <NotesPanel
        session={session}
        documentId={documentId}
        selected={selected}
        places={places}
        onGo={({ from, to }) => {
          if (!editor || editor.isDestroyed) return
          const words = document.createRange()
          const [first, last] = [editor.view.domAtPos(from), editor.view.domAtPos(to)]
          words.setStart(first.node, first.offset)
          words.setEnd(last.node, last.offset)
          goToWords(words)
        }}
      />
    </>
  )
}
