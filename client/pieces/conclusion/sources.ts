// The opinions of a meeting of which the conclusion can be made: proposals, comments, speeches, votes.
import { useMemo } from 'react'
import type { SessionView } from '../../../shared/events'
import type { ThreadView } from '../../../shared/records/thread'
import { useThreads } from '../comments/use-threads'
import { useVotes } from '../meeting/use-votes'
import { usePeople } from '../people-names'
import { useWords } from '../words/words'
import { useOpinions } from './use-opinions'

export const sourceGroups = ['proposals', 'comments', 'speeches', 'votes'] as const
export type SourceGroup = (typeof sourceGroups)[number]

export interface Source {
  readonly id: string
  readonly group: SourceGroup
  /** Who said it; for a vote the word for it. */
  readonly who: string
  readonly words: string
  /** The words of the paper that it is about. */
  readonly about: string
}

const none: readonly ThreadView[] = []

/** Proposals of every round, and all that was said on the draft and its newest version. */
export function useSources(session: SessionView): readonly Source[] {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { documents, id } = session
  const latest = session.versions.at(-1)?.id ?? ''
  const { threads: outline = none } = useThreads('document', documents.outline, id)
  const { threads: draft = none } = useThreads('document', documents.draft, id)
  const { threads: version = none } = useThreads('version', latest, id, latest !== '')
  const { opinions = [] } = useOpinions(id)
  const { votes = [] } = useVotes(id)
  return useMemo(() => {
    const all = [
      ...new Map([...outline, ...draft, ...version].map((one) => [one.id, one])).values(),
    ]
    const standing = all.filter(({ state }) => state !== 'withdrawn')
    const ofThread = (thread: ThreadView): Source => ({
      id: thread.id,
      group: thread.kind === 'proposal' ? 'proposals' : 'comments',
      who: nameOf(thread.author),
      words: thread.body,
      about: thread.quote,
    })
    return [
      ...standing
        .filter(({ kind, ground }) => kind === 'proposal' || ground !== 'outline')
        .map(ofThread),
      ...opinions.map(
        ({ id: opinion, author, words, paragraph }): Source => ({
          id: opinion,
          group: 'speeches',
          who: nameOf(author),
          words,
          about: paragraph === null ? '' : t('room.paragraph', { number: paragraph }),
        }),
      ),
      ...votes.flatMap(({ id: vote, question, counts }): Source[] =>
        counts
          ? [
              {
                id: vote,
                group: 'votes',
                who: t('after.voteSource'),
                words: t('after.gatherVote', { question, ...counts }),
                about: '',
              },
            ]
          : [],
      ),
    ]
  }, [outline, draft, version, opinions, votes, nameOf, t])
}
