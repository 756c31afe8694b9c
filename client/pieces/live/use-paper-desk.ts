// The desk of one paper, kept as long as the paper is on the screen.
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { mutate } from 'swr'
import type { SessionView } from '../../../shared/events'
import type { PublicPerson } from '../../../shared/records/person'
import type { Paper } from '../../../shared/rights'
import { Unreachable } from '../../api'
import { type DeskState, PaperDesk } from './paper-desk'
import { rightsOnPaper } from './standing'

interface PaperOnDesk {
  readonly paper: Paper
  readonly session: SessionView
  readonly person: PublicPerson
  readonly color: string
  readonly refresh: () => Promise<SessionView | undefined>
}

export function usePaperDesk({
  paper,
  session,
  person,
  color,
  refresh,
}: PaperOnDesk): DeskState & { dismissRefused: () => void } {
  const documentId = session.documents[paper]
  const desk = useMemo(
    () =>
      new PaperDesk({
        documentId,
        personId: person.id,
        user: { name: person.name, username: person.username, color },
        askRights: async () => {
          const now = await refresh()
          if (!now) throw new Unreachable('no session')
          return rightsOnPaper(paper, now, person, Date.now())
        },
        signedOut: () => void mutate('me'),
      }),
    [documentId, person, paper, refresh, color],
  )
  useEffect(() => () => desk.close(), [desk])
  useEffect(
    () => desk.setRights(rightsOnPaper(paper, session, person, Date.now())),
    [desk, paper, session, person],
  )
  const state = useSyncExternalStore(desk.subscribe, desk.state)
  return useMemo(() => ({ ...state, dismissRefused: () => desk.dismissRefused() }), [state, desk])
}
