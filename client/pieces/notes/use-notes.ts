// One's own notes of a session and the words released in it, kept by what the server announces.
import { useCallback } from 'react'
import type { Note } from '../../../shared/records/note'
import { api, call } from '../../api'
import { useKept } from '../live/kept'
import { useLine } from '../live/session-live'

interface Notes {
  notes: readonly Note[] | undefined
  error: unknown
  put: (note: Note) => void
  drop: (id: string) => void
  retry: () => void
}

/** Those that nobody else has seen. */
export const ownOf = (notes: readonly Note[], { username }: { username: string }): Note[] =>
  notes.filter(({ author, releasedAt }) => author === username && releasedAt === null)

export function useNotes(sessionId: string): Notes {
  const { data, error, change, again } = useKept<readonly Note[]>(
    ['notes', sessionId],
    async () =>
      (await call(api.sessions[':id'].notes.$get({ param: { id: sessionId } }))).notes as Note[],
  )
  const put = useCallback(
    (note: Note) =>
      change((notes) =>
        notes.some(({ id }) => id === note.id)
          ? notes.map((one) => (one.id === note.id ? note : one))
          : [...notes, note],
      ),
    [change],
  )
  const drop = useCallback(
    (id: string) => change((notes) => notes.filter((one) => one.id !== id)),
    [change],
  )
  useLine(sessionId, (event) => event.type === 'note' && put(event.note), again)
  return { notes: data, error, put, drop, retry: () => void again() }
}
