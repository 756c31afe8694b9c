// One comment as a card: who, what kind, the words, replies, answers, and what this person may do.

import { useRef, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { paperOf } from '../../../shared/facts/thread'
import type { ThreadView } from '../../../shared/records/thread'
import { can, canReply, commentActOf, editActOf, writeActOf } from '../../../shared/rights'
import { copyText } from '../copy-text'
import { standingIn } from '../live/standing'
import { useMe } from '../me'
import { NewMark } from '../news/new-mark'
import { usePeople } from '../people-names'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { Menu, type MenuItem } from '../ui/menu'
import { toast } from '../ui/toast'
import { useWords } from '../words/words'
import { Agreement } from './agreement'
import { AnswerForm } from './answer-form'
import { useDesk } from './desk'
import { readKept } from './kept-text'
import { MentionText } from './mention-text'
import { EditThread, editPlace, WithdrawThread } from './own-thread'
import { PlaceAnew } from './place-anew'
import { ReplyForm } from './reply-form'
import { Suggestion, suggestionOf } from './suggestion'
import { ThreadAnswers } from './thread-answers'
import { linkOfThread } from './thread-link'

interface ThreadCardProps {
  thread: ThreadView
  session: SessionView
  now: number
  isFocused: boolean
  /** The words are shown where they cannot be seen beside the card. */
  showsQuote: boolean
  onFocus: (thread: string) => void
  onThread: (thread: ThreadView) => void
}

const kindTones = { remark: 'gold', understanding: 'blue', proposal: 'green' } as const

/** `10/12 20:14`: the year is the session's. */
const shortTime = (full: string) => full.replace(/\/\d{4}/, '')

export function ThreadCard({
  thread,
  session,
  now,
  isFocused,
  showsQuote,
  onFocus,
  onThread,
}: ThreadCardProps) {
  const { t, dateTime } = useWords()
  const { person } = useMe()
  const { nameOf, idOf } = usePeople()
  const [doing, setDoing] = useState<'edit' | 'withdraw' | 'answer' | null>(() =>
    readKept(editPlace(thread.id)) === null ? null : 'edit',
  )
  const card = useRef<HTMLElement>(null)
  const standing = standingIn(session, person)
  const { selected } = useDesk()
  const where = { stage: session.stage, windows: session.windows, now }
  const { ground, state, author, quote, answers, replies } = thread
  const isMine = author === person.username
  const mayReply = canReply(ground, standing, where) === true
  const mayAnswer = can('answer', standing, where) === true
  const mayEdit =
    state === 'open' && can(editActOf[ground], { ...standing, isAuthor: isMine }, where) === true
  const mayWrite =
    can(writeActOf[ground === 'outline' ? 'outline' : 'draft'], standing, where) === true
  const mayApply = mayWrite && paperOf(thread) !== null && quote !== '' && !thread.detached
  const mayPlace = thread.detached && state !== 'withdrawn' && (mayAnswer || mayEdit)
  const mayAgree =
    isFocused &&
    !isMine &&
    !mayAnswer &&
    state === 'open' &&
    can(commentActOf[ground], standing, where) === true
  const suggested = suggestionOf(thread)
  const name = nameOf(author)
  const close = () => setDoing(null)
  const copyLink = async () => {
    const isCopied = await copyText(linkOfThread(thread.id))
    toast(t(isCopied ? 'comments.linkCopied' : 'comments.linkNotCopied'))
  }
  const ownItems: MenuItem[] = [
    { label: t('comments.edit'), onSelect: () => setDoing('edit') },
    { label: t('comments.withdraw'), onSelect: () => setDoing('withdraw'), danger: true },
  ]

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the time in the card's head is the button for the keyboard
    <article
      ref={card}
      className={`comment-card ${isFocused ? 'is-focused' : ''} is-${state}`}
      aria-label={`${t(`commentKind.${thread.kind}`)} · ${name}`}
      aria-current={isFocused ? 'true' : undefined}
      tabIndex={-1}
      onClick={() => !isFocused && onFocus(thread.id)}
    >
      <header className="comment-head">
        <Avatar name={name} id={idOf(author)} size={26} />
        <span className="comment-who">
          <strong className="comment-name">{name}</strong>
          <Badge tone={kindTones[thread.kind]}>{t(`commentKind.${thread.kind}`)}</Badge>
          <NewMark thread={thread.id} />
        </span>
        <button
          type="button"
          className="comment-time"
          title={t('comments.goToWords')}
          aria-label={`${t('comments.goToWords')} · ${dateTime(thread.createdAt)}`}
          onClick={(event) => {
            event.stopPropagation()
            onFocus(thread.id)
          }}
        >
          {shortTime(dateTime(thread.createdAt))}
        </button>
        {doing !== 'edit' && (
          <Menu
            trigger={
              <button type="button" className="comment-more" aria-label={t('comments.actions')}>
                <Icon name="more" />
              </button>
            }
            label={t('comments.actions')}
            opened={() => card.current?.querySelector<HTMLTextAreaElement>('textarea[data-first]')}
            items={[
              { label: t('comments.copyLink'), onSelect: () => void copyLink() },
              ...(mayEdit ? ownItems : []),
            ]}
          />
        )}
      </header>
      {showsQuote && quote !== '' && suggested === null && (
        <blockquote className="comment-quote">{quote}</blockquote>
      )}
      {doing === 'edit' ? (
        <EditThread thread={thread} onThread={onThread} onClose={close} />
      ) : (
        <>
          <p className="comment-body">
            <MentionText text={thread.body} />
            {thread.editedAt && <span className="comment-small"> ({t('comments.edited')})</span>}
          </p>
          {suggested !== null && <Suggestion quote={quote} replacement={suggested} />}
        </>
      )}
      {mayPlace && isFocused && (
        <PlaceAnew thread={thread} selected={selected} onThread={onThread} />
      )}
      <Agreement thread={thread} mayAgree={mayAgree} onThread={onThread} />
      <ThreadAnswers answers={answers} />
      {replies.length > 0 && (
        <ul className="comment-replies" aria-label={t('comments.replies')}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <strong>{nameOf(reply.author)}</strong>{' '}
              <span className="comment-small">{shortTime(dateTime(reply.at))}</span>
              <p>
                <MentionText text={reply.body} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayAnswer && isFocused && (state === 'open' || doing === 'answer') && (
        <AnswerForm
          thread={thread}
          sessionId={session.id}
          mayApply={mayApply}
          onThread={(answered) => {
            close()
            onThread(answered)
          }}
        />
      )}
      {mayAnswer && state === 'answered' && doing === null && isFocused && (
        <Button variant="quiet" onClick={() => setDoing('answer')}>
          {t('comments.answerAgain')}
        </Button>
      )}
      {mayReply && isFocused && <ReplyForm thread={thread} onThread={onThread} />}
      {doing === 'withdraw' && (
        <WithdrawThread thread={thread} onThread={onThread} onClose={close} />
      )}
    </article>
  )
}
