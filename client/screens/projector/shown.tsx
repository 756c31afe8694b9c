// What stands on the screens in the place of the text: a comment, a vote, the programme, the minutes.
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import useSWR from 'swr'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import { choices, perCent, sumOf } from '../../../shared/facts/vote'
import { shortDigest } from '../../../shared/records/digest'
import type { VoteView } from '../../../shared/records/vote'
import { api, call } from '../../api'
import { MentionText } from '../../pieces/comments/mention-text'
import { useThreads } from '../../pieces/comments/use-threads'
import { useVotes } from '../../pieces/meeting/use-votes'
import { useNow } from '../../pieces/now'
import { usePeople } from '../../pieces/people-names'
import { PaperBlocks } from '../../pieces/version-text/paper-blocks'
import { type ReadVersion, useVersion } from '../../pieces/version-text/use-version'
import { useWords } from '../../pieces/words/words'
import './shown.css'

interface ShownProps {
  session: SessionView
  version: ReadVersion
  /** Told how many screens it fills. */
  onPages?: ((pages: number) => void) | undefined
}

export function Shown({ session, version, onPages }: ShownProps) {
  const { showing } = session.screen
  if (!showing) return null
  const { kind, id, page = 0 } = showing
  return (
    <section className="shown" aria-live="polite" key={`${kind} ${id}`}>
      <Pages page={page} onPages={onPages}>
        {kind === 'comment' && <ShownComment id={id} session={session} version={version} />}
        {kind === 'vote' && <ShownVote id={id} sessionId={session.id} />}
        {kind === 'programme' && <ShownProgramme session={session} />}
        {kind === 'minutes' && <ShownMinutes id={id} session={session} />}
      </Pages>
    </section>
  )
}

/** So much of a screen is new on the next one. */
const turn = 0.88

function Pages({
  page,
  onPages,
  children,
}: Pick<ShownProps, 'onPages'> & { page: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState(1)
  useLayoutEffect(() => {
    if (!box.current || !inner.current) return
    const count = () => {
      const [room = 1, high = 0] = [box.current?.clientHeight, inner.current?.offsetHeight]
      setPages(high <= room ? 1 : 1 + Math.ceil((high - room) / (room * turn)))
    }
    const sizes = new ResizeObserver(count)
    sizes.observe(inner.current)
    sizes.observe(box.current)
    return () => sizes.disconnect()
  }, [])
  useEffect(() => onPages?.(pages), [pages, onPages])
  const at = Math.min(page, pages - 1)
  const room = box.current?.clientHeight ?? 0
  return (
    <div ref={box} className="shown-box">
      <div ref={inner} style={at > 0 ? { transform: `translateY(-${at * turn * room}px)` } : {}}>
        {children}
      </div>
      {pages > 1 && (
        <span className="shown-page">
          {at + 1}/{pages}
        </span>
      )}
    </div>
  )
}

/** What is short is read from the back in larger letters. */
const shortLetters = 280

function ShownComment({ id, session, version }: ShownProps & { id: string }) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { threads } = useThreads('version', version.id, session.id)
  const thread = threads?.find((one) => one.id === id && one.state !== 'withdrawn')
  if (!thread) return threads ? <p className="shown-soft">{t('screen.commentGone')}</p> : null
  const isShort = thread.quote.length + thread.body.length < shortLetters
  return (
    <div className={isShort ? 'is-short' : ''}>
      <p className="shown-kicker">
        <b>{nameOf(thread.author)}</b> · {t(`commentKind.${thread.kind}`)}
      </p>
      {thread.quote !== '' && <blockquote className="shown-quote">{thread.quote}</blockquote>}
      <p className="shown-words">
        <MentionText text={thread.body} />
      </p>
      {thread.replacement !== undefined && thread.replacement !== '' && (
        <p className="shown-instead">
          {t('screen.instead')} <b>{thread.replacement}</b>
        </p>
      )}
    </div>
  )
}

function ShownVote({ id, sessionId }: { id: string; sessionId: string }) {
  const { t } = useWords()
  const { votes } = useVotes(sessionId)
  const vote = votes?.find((one) => one.id === id)
  if (!vote) return null
  return (
    <>
      <p className="shown-kicker">
        {t('room.votes')} · {t(`room.${vote.way}`)}
      </p>
      <p className="shown-question">{vote.question}</p>
      {vote.counts ? <Numbers vote={vote} /> : <VoteState vote={vote} />}
      <p className="shown-soft">{t('room.entitled', { count: vote.entitled })}</p>
    </>
  )
}

/** Of a secret vote that is open nothing is known but how many have voted. */
function VoteState({ vote }: { vote: VoteView }) {
  const { t } = useWords()
  const { state, way, cast, entitled } = vote
  if (state === 'void') return <p className="shown-words">{t('room.voteVoid')}</p>
  if (way === 'hands') return <p className="shown-words">{t('room.voteOpenHands')}</p>
  return (
    <p className="shown-count">
      <b>
        {cast}/{entitled}
      </b>{' '}
      {t('screen.ballots')}
    </p>
  )
}

function Numbers({ vote: { counts, entitled } }: { vote: VoteView }) {
  const { t, number } = useWords()
  if (!counts) return null
  const silent = entitled - sumOf(counts)
  return (
    <dl className="shown-numbers">
      {choices.map((choice) => {
        const share = perCent(counts[choice], entitled)
        return (
          <div key={choice} className={`is-${choice}`}>
            <dt>{t(`room.${choice}`)}</dt>
            <dd>
              <span className="shown-bar" aria-hidden="true">
                <span style={{ width: `${share}%` }} />
              </span>
              <b>{t('room.voteResult', { count: counts[choice], share: number(share) })}</b>
            </dd>
          </div>
        )
      })}
      {silent > 0 && <p className="shown-soft">{t('room.voteNotCast', { count: silent })}</p>}
    </dl>
  )
}

function ShownProgramme({ session }: { session: SessionView }) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const now = useNow(5000)
  const { programme, running } = session.meeting
  const at = programme.findIndex(({ id }) => id === running?.item)
  return (
    <>
      <p className="shown-kicker">{t('room.programme')}</p>
      <ol className={programme.length > 9 ? 'shown-programme is-long' : 'shown-programme'}>
        {programme.map((item, index) => (
          <li
            key={item.id}
            className={index < at ? 'is-done' : ''}
            aria-current={index === at ? 'step' : undefined}
          >
            <span>{index + 1}</span>
            <span>
              {item.title}
              {item.person && <small> · {nameOf(item.person)}</small>}
            </span>
            <span>
              {index === at && running
                ? t('room.elapsed', {
                    minutes: Math.max(0, Math.floor((now - Date.parse(running.since)) / 60_000)),
                    planned: item.minutes,
                  })
                : t('room.minutes', { minutes: item.minutes })}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

const againMs = 4000

/** As they are being written, or as they were frozen; a guest reads those that are frozen. */
function ShownMinutes({ id, session }: { id: string; session: SessionView }) {
  const { t, dateTime } = useWords()
  const { minutesSigned: agreed, documents } = session
  // Once agreed the room sees what was agreed, by its code.
  const isLive = id === documents.minutes && !agreed
  const { version } = useVersion(isLive ? undefined : (agreed?.versionId ?? id))
  const { data } = useSWR(
    isLive ? ['text', id] : null,
    async () => {
      const text = await call(api.documents[':id'].text.$get({ param: { id } }))
      return (text as { content: PaperNode }).content
    },
    { refreshInterval: againMs },
  )
  const content = isLive ? data : version?.content
  return (
    <>
      <p className="shown-kicker">
        {agreed
          ? t('after.minutesAgreed', {
              at: dateTime(agreed.agreedAt),
              number: agreed.number,
              code: shortDigest(agreed.sha256),
            })
          : t('room.toMinutes')}
      </p>
      {content ? (
        <div className="shown-paper">
          <PaperBlocks blocks={content.content ?? []} start={0} />
        </div>
      ) : (
        <p className="shown-words">{t('screen.minutesRead')}</p>
      )}
    </>
  )
}
