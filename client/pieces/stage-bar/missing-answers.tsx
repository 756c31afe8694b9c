// Which comments of a session have no answer yet, each one click away.
import useSWR from 'swr'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { unabsorbed } from '../../../shared/facts/conclusion'
import { askThreads } from '../comments/ask-threads'
import { useOpinions } from '../conclusion/use-opinions'
import { usePeople } from '../people-names'
import { Trouble } from '../trouble'
import { useWords } from '../words/words'
import './record-dialogs.css'

interface MissingAnswersProps {
  session: SessionView
  onPick: () => void
}

const rounds = ['outline', 'draft'] as const

/** Those on versions stand in the draft once it is open again. */
async function unanswered({ documents }: SessionView) {
  const lists = await Promise.all(
    rounds.map(async (round) => {
      const { threads } = await askThreads('document', documents[round])
      return threads.filter(({ state }) => state === 'open').map((thread) => ({ round, thread }))
    }),
  )
  return lists.flat()
}

export function MissingAnswers({ session, onPick }: MissingAnswersProps) {
  const { t } = useWords()
  const { opinions = [] } = useOpinions(session.id, session.stage === 'revising')
  const desk = `/sessions/${session.id}/revise`
  const { nameOf } = usePeople()
  const { data, error, mutate } = useSWR(['unanswered', session.id, session.openThreadCount], () =>
    unanswered(session),
  )
  if (error) return <Trouble error={error} retry={() => void mutate()} />
  return (
    <ul className="missing-answers" aria-label={t('stageBar.missing')} aria-busy={!data}>
      {data?.map(({ round, thread }) => (
        <li key={thread.id}>
          <Link href={`/sessions/${session.id}/${round}?thread=${thread.id}`} onClick={onPick}>
            <span>
              <strong>{nameOf(thread.author)}</strong> · {t(`paper.${round}`)}
            </span>
            <span className="missing-answers-body">{thread.body}</span>
          </Link>
        </li>
      ))}
      {session.stage === 'revising' &&
        opinions
          .filter(({ answers }) => answers.length === 0)
          .map(({ id, author, words }) => (
            <li key={id}>
              <Link href={desk} onClick={onPick}>
                <span>
                  <strong>{nameOf(author)}</strong> · {t('after.reviseOpinions')}
                </span>
                <span className="missing-answers-body">{words}</span>
              </Link>
            </li>
          ))}
      {session.stage === 'revising' &&
        unabsorbed(session.conclusion).map(({ id, body }) => (
          <li key={id}>
            <Link href={desk} onClick={onPick}>
              <strong>{t('after.conclusionOf')}</strong>
              <span className="missing-answers-body">{body}</span>
            </Link>
          </li>
        ))}
    </ul>
  )
}
