// Reading a frozen version, on a phone as at a desk, with the comments on it.
import { useCallback, useState } from 'react'
import { Redirect } from 'wouter'
import { canReadLive } from '../../../shared/rights'
import { useLinkedThread } from '../../pieces/comments/thread-link'
import { useThreads } from '../../pieces/comments/use-threads'
import { useSession } from '../../pieces/live/session-live'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { AskHere } from '../../pieces/meeting/ask-here'
import { YourTurn } from '../../pieces/meeting/your-turn'
import { LookedAt } from '../../pieces/news/looked-at'
import { NotesButton } from '../../pieces/notes/notes-button'
import { VersionNotes } from '../../pieces/notes/version-notes'
import { Trouble } from '../../pieces/trouble'
import { Icon } from '../../pieces/ui/icon'
import { LinkButton } from '../../pieces/ui/link-button'
import { TopBar } from '../../pieces/ui/top-bar'
import { Waiting } from '../../pieces/ui/waiting'
import { type ReadVersion, useVersion } from '../../pieces/version-text/use-version'
import { VersionText } from '../../pieces/version-text/version-text'
import { useWords } from '../../pieces/words/words'
import { useFollowing, useInSight } from './use-following'
import { useHighlights, useThreadClicks, VersionComments } from './version-comments'
import { VersionHead } from './version-head'
import './version-page.css'

export function VersionPage({ versionId }: { versionId: string }) {
  const { version, error, retry } = useVersion(versionId)
  if (version) return <Reading key={version.id} version={version} />
  return (
    <main className="version-alone">
      {error ? <Trouble error={error} retry={retry} /> : <Waiting />}
    </main>
  )
}

function Reading({ version }: { version: ReadVersion }) {
  const { t } = useWords()
  const { person } = useMe()
  const { session, error, refresh } = useSession(version.sessionId)
  const {
    threads,
    error: threadError,
    merge,
    retry,
  } = useThreads('version', version.id, version.sessionId)
  const [root, setRoot] = useState<HTMLDivElement | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const highlights = useHighlights(threads, focused)
  const pick = useCallback((thread: string) => {
    setFocused(thread)
    setOpen(true)
  }, [])
  useThreadClicks(root, pick)
  useLinkedThread(threads, pick)
  const projection = session?.projection
  const led = projection?.version === version.id ? projection.paragraph : null
  const isLive = led !== null
  const { follows, setFollows } = useFollowing(root, led)
  const shown = follows ? led : null
  const isMeeting = session?.stage === 'inSession'
  const inSight = useInSight(root, isMeeting)
  const lit = session?.screen.highlight
  const marked = lit?.version === version.id ? lit : null

  if (!session) {
    return (
      <main className="version-alone">
        {error ? <Trouble error={error} retry={() => void refresh()} /> : <Waiting />}
      </main>
    )
  }
  // Agreed minutes have a page of their own, without comments.
  if (version.documentId === session.documents.minutes) {
    return <Redirect to={`/sessions/${session.id}/minutes/read`} />
  }
  const where = { stage: session.stage, windows: session.windows, now: Date.now() }
  const mayReadLive = canReadLive(standingIn(session, person), where)
  return (
    <div className="version">
      <TopBar
        left={
          <LinkButton
            variant="quiet"
            href={mayReadLive ? `/sessions/${session.id}` : '/'}
            aria-label={t(mayReadLive ? 'projector.toSession' : 'common.backToPlan')}
          >
            <Icon name="chevron-left" />
            <span className="version-wide">
              {t(mayReadLive ? 'projector.toSession' : 'common.backToPlan')}
            </span>
          </LinkButton>
        }
        middle={
          <strong className="version-bar-title">
            {t('projector.version', { number: version.number })}
          </strong>
        }
        right={
          <>
            {isLive && (
              <button
                type="button"
                className="version-follow"
                data-follows={follows}
                onClick={() => setFollows(!follows)}
              >
                <span className="version-follow-dot" aria-hidden="true" />
                {t(follows ? 'screen.wander' : 'screen.comeBack')}
              </button>
            )}
            <NotesButton
              sessionId={session.id}
              documentId={version.id}
              onShow={() => setOpen(true)}
            />
            <LinkButton
              variant="quiet"
              href={`/sessions/${session.id}/room`}
              aria-label={t('room.title')}
              title={t('room.title')}
            >
              <Icon name="people" />
              <span className="version-wide">{t('room.title')}</span>
            </LinkButton>
            <LinkButton className="version-wide" href={`/sessions/${session.id}/project`}>
              {t('projector.toProjector')}
            </LinkButton>
          </>
        }
      />
      <main className="version-desk">
        <article className="version-page" aria-label={t('projector.text')}>
          <div className="version-turn">
            <YourTurn session={session} />
          </div>
          <VersionHead version={version} session={session} />
          <VersionText
            ref={setRoot}
            content={version.content}
            focusedParagraph={shown}
            highlights={highlights}
            marked={marked}
          />
        </article>
        {isOpen && (
          <div className="version-veil" aria-hidden="true" onClick={() => setOpen(false)} />
        )}
        <aside
          className={`version-side ${isOpen ? 'is-open' : ''}`}
          aria-label={t('comments.label')}
          data-sheet={isOpen ? 'open' : undefined}
        >
          <button
            type="button"
            className="version-side-close"
            aria-label={t('common.close')}
            onClick={() => setOpen(false)}
          >
            <Icon name="close" />
          </button>
          <LookedAt documentId={version.id} sessionId={session.id} />
          <VersionNotes
            versionId={version.id}
            session={session}
            content={version.content}
            root={root}
            onCompose={() => setOpen(true)}
          />
          <VersionComments
            versionId={version.id}
            session={session}
            content={version.content}
            root={root}
            threads={threads}
            error={threadError}
            focused={focused}
            onFocus={setFocused}
            onThread={merge}
            retry={retry}
            onCompose={() => setOpen(true)}
          />
        </aside>
      </main>
      {isMeeting && (
        <div className="version-ask">
          {isLive && !follows && (
            <button type="button" className="version-back" onClick={() => setFollows(true)}>
              {led > 0 ? t('screen.comeBackTo', { number: led }) : t('screen.comeBack')}
            </button>
          )}
          <AskHere session={session} paragraph={shown || inSight} />
        </div>
      )}
      <button type="button" className="version-open" onClick={() => setOpen(true)}>
        <Icon name="comment" />
        {t('projector.commentsButton', { count: threads?.length ?? 0 })}
      </button>
    </div>
  )
}
