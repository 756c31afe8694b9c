// The desk of one paper, kept as long as the paper is on the screen.
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { mutate } from 'swr'
import type { SessionView } from '../../../shared/events'
import type { PublicPerson } from '../../../shared/records/person'
import type { AnyPaper } from '../../../shared/rights'
import { type DeskState, PaperDesk } from './paper-desk'
import { askSession } from './session-live'
import { rightsOnPaper } from './standing'

interface PaperOnDesk {
  readonly paper: AnyPaper
  readonly session: SessionView
  readonly person: PublicPerson
  readonly color: string
}

export interface DeskOnScreen extends DeskState {
  readonly dismissRefused: () => void
  /** For the saved mark alone, which is drawn with every letter. */
  readonly mark: Pick<PaperDesk, 'subscribe' | 'saved'>
}

/** Empty for a paper that was not produced. */
const documentOf = ({ documents, papersAfter }: SessionView, paper: AnyPaper): string =>
  paper === 'outline' || paper === 'draft' || paper === 'minutes'
    ? documents[paper]
    : (papersAfter.find(({ kind }) => kind === paper)?.id ?? '')

export function usePaperDesk({ paper, session, person, color }: PaperOnDesk): DeskOnScreen {
  const documentId = documentOf(session, paper)
  const desk = useMemo(
    () =>
      new PaperDesk({
        documentId,
        personId: person.id,
        user: { name: person.name, username: person.username, color },
        askRights: async () =>
          rightsOnPaper(paper, await askSession(session.id), person, Date.now()),
        signedOut: () => void mutate('me'),
      }),
    [documentId, person, paper, session.id, color],
  )
  useEffect(() => () => desk.close(), [desk])
  useEffect(
    () => desk.setRights(rightsOnPaper(paper, session, person, Date.now())),
    [desk, paper, session, person],
  )
  const state = useSyncExternalStore(desk.subscribe, desk.state)
  return useMemo(
    () => ({ ...state, dismissRefused: () => desk.dismissRefused(), mark: desk }),
    [state, desk],
  )
}
