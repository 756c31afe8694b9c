// The private notes beside a frozen version: those made on it, and those of the session's other papers.
import { useCallback, useEffect, useMemo } from 'react'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import { commentGate } from '../comments/gate'
import { standingIn } from '../live/standing'
import { useMe } from '../me'
import { useNow } from '../now'
import { textBetween } from '../version-text/positions'
import { renderedRange, selectedWords } from '../version-text/selected-words'
import { fixedRange, flatPaper, type NotePlace, placeOfNote } from './find-words'
import { goToWords, underlineNotes } from './go-to-words'
import { NoteBubble } from './note-bubble'
import { useNoteDraft } from './note-draft'
import { NotesPanel } from './notes-panel'
import { ownOf, useNotes } from './use-notes'

interface VersionNotesProps {
  versionId: string
  session: SessionView
  content: PaperNode
  /** The rendered text. */
  root: HTMLElement | null
  /** A note was begun at selected words: show the panel where it is not in sight. */
  onCompose: () => void
}

export function VersionNotes({ versionId, session, content, root, onCompose }: VersionNotesProps) {
  const { person } = useMe()
  const now = useNow(10_000)
  const { notes } = useNotes(session.id)
  const { start } = useNoteDraft(versionId)
  const selected = useCallback(() => root && selectedWords(root, content), [root, content])
  const places = useMemo(() => {
    let known: ReturnType<typeof flatPaper> | null = null
    const flat = () => {
      known ??= flatPaper(content)
      return known
    }
    const quoting = (notes ?? []).filter(({ quote }) => quote !== '')
    return new Map<string, NotePlace>(
      quoting.map((note) => {
        const isHere = note.documentId === versionId
        const byPosition = isHere ? fixedRange(note, content) : null
        const place = placeOfNote(
          note,
          byPosition,
          ({ from, to }) => textBetween(content, from, to),
          flat,
        )
        return [note.id, isHere ? place : { ...place, isChanged: false }]
      }),
    )
  }, [notes, versionId, content])
  useEffect(() => {
    if (!root || !notes) return
    const own = ownOf(notes, person)
    const ranges = own.flatMap(({ id }) => {
      const range = places.get(id)?.range
      return (range && renderedRange(root, range.from, range.to)) ?? []
    })
    return underlineNotes(ranges)
  }, [root, notes, places, person])
  const gate = commentGate('version', session, standingIn(session, person), now)
  return (
    <>
      <NoteBubble
        root={root}
        isBeside={gate.isOpen}
        onStart={() => {
          start(selected())
          onCompose()
        }}
      />
      <NotesPanel
        session={session}
        documentId={versionId}
        selected={selected}
        places={places}
        onGo={({ from, to }) => {
          const words = root && renderedRange(root, from, to)
          if (words) goToWords(words)
        }}
      />
    </>
  )
}
