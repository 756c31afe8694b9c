// All that is to be answered before the text is submitted: comments, opinions of the minutes, conclusion items.
import { useMemo } from 'react'
import type { SessionView } from '../../../shared/events'
import type { ConclusionItem } from '../../../shared/records/conclusion'
import type { Opinion } from '../../../shared/records/opinion'
import type { ThreadView } from '../../../shared/records/thread'
import { useThreads } from '../../pieces/comments/use-threads'
import { useOpinions } from '../../pieces/conclusion/use-opinions'

export type Asked =
  | { readonly kind: 'comment'; readonly id: string; readonly thread: ThreadView }
  | { readonly kind: 'opinion'; readonly id: string; readonly opinion: Opinion }
  | { readonly kind: 'item'; readonly id: string; readonly item: ConclusionItem }

export const askedKinds = ['comment', 'opinion', 'item'] as const
export type AskedKind = (typeof askedKinds)[number]

export function isOpen(one: Asked): boolean {
  if (one.kind === 'comment') return one.thread.state === 'open'
  return one.kind === 'opinion' ? one.opinion.answers.length === 0 : one.item.answer === ''
}

const none: readonly ThreadView[] = []

/** What answers to opinions and items show beside a change, as comments do. */
const asThread = (
  id: string,
  said: Pick<ThreadView, 'author' | 'body' | 'createdAt' | 'answers'>,
): ThreadView => ({
  id,
  documentId: '',
  carriedTo: null,
  ground: 'draft',
  from: null,
  to: null,
  quote: '',
  kind: 'remark',
  state: said.answers.length > 0 ? 'answered' : 'open',
  replies: [],
  agreed: [],
  editedAt: null,
  revision: 0,
  detached: false,
  ...said,
})

/** Comments on versions stand in the draft by now; those of the outline stay there. */
export function useAsked(session: SessionView, conclusionBy: string) {
  const { outline, draft } = session.documents
  const ofOutline = useThreads('document', outline, session.id)
  const ofDraft = useThreads('document', draft, session.id)
  const { opinions = [] } = useOpinions(session.id)
  const { conclusion, seats } = session
  const { threads: inOutline = none } = ofOutline
  const { threads: inDraft = none } = ofDraft
  const threads = useMemo(
    () =>
      [...new Map([...inOutline, ...inDraft].map((one) => [one.id, one])).values()].filter(
        ({ state }) => state !== 'withdrawn',
      ),
    [inOutline, inDraft],
  )
  const asked = useMemo(
    (): Asked[] => [
      ...threads.map((thread) => ({ kind: 'comment', id: thread.id, thread }) as const),
      ...opinions.map((opinion) => ({ kind: 'opinion', id: opinion.id, opinion }) as const),
      ...conclusion
        .filter(({ kind }) => kind === 'text')
        .map((item) => ({ kind: 'item', id: item.id, item }) as const),
    ],
    [threads, opinions, conclusion],
  )
  /** Those whose answers the changes of the text may show. */
  const answers = useMemo(
    (): ThreadView[] => [
      ...threads,
      ...opinions.map(({ id, author, words: body, at: createdAt, answers: given }) =>
        asThread(id, { author, body, createdAt, answers: given }),
      ),
      ...conclusion.flatMap(({ id, kind, body, answer: reason, passage: wording }) =>
        kind === 'text' && reason !== '' && wording
          ? [
              asThread(`item ${id}`, {
                author: seats.chair ?? conclusionBy,
                body,
                createdAt: session.createdAt,
                answers: [
                  { author: '', verdict: 'accepted', reason, wording, at: session.createdAt },
                ],
              }),
            ]
          : [],
      ),
    ],
    [threads, opinions, conclusion, seats.chair, conclusionBy, session.createdAt],
  )
  const merge = (thread: ThreadView) =>
    (thread.documentId === outline ? ofOutline : ofDraft).merge(thread)
  return { asked, answers, merge, isLoaded: Boolean(ofOutline.threads && ofDraft.threads) }
}
