// Any two texts of a session beside each other: what changed, which comments that answered, and the way back.
import { useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import { changesBetween } from '../../../shared/changes/changes'
import { summaryOf } from '../../../shared/changes/summary'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import type { ThreadView } from '../../../shared/records/thread'
import { can, canReadLive, writeActOf } from '../../../shared/rights'
import { AccountMenu } from '../../pieces/account-menu'
import { ChangeList, type Layout, useWalk } from '../../pieces/changes/change-list'
import { RestoreDialog } from '../../pieces/changes/restore-dialog'
import { keyOf, type Side, sideOf, sidesOf, useSide, useSideName } from '../../pieces/changes/sides'
import { summaryWords } from '../../pieces/changes/summary-words'
import { useThreads } from '../../pieces/comments/use-threads'
import { useSession } from '../../pieces/live/session-live'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { useNow } from '../../pieces/now'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Checkbox, Field, Select } from '../../pieces/ui/field'
import { Icon } from '../../pieces/ui/icon'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { TopBar } from '../../pieces/ui/top-bar'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import '@fontsource/tinos/latin-400.css'
import '@fontsource/tinos/latin-700.css'
import '@fontsource/tinos/vietnamese-400.css'
import '@fontsource/tinos/vietnamese-700.css'
import './compare.css'

/** Which two texts, and how they are shown, is in the address: a link shows the same. */
function useChoice(sides: readonly Side[]) {
  const [query, setQuery] = useSearchParams()
  const narrow = window.matchMedia('(max-width: 800px)').matches
  const set = (values: Record<string, string>) =>
    setQuery(
      (before) => {
        for (const [name, value] of Object.entries(values)) before.set(name, value)
        return before
      },
      { replace: true },
    )
  const from = sideOf(query.get('from')) ?? sides.at(-2) ?? null
  const to = sideOf(query.get('to')) ?? sides.at(-1) ?? null
  const view = query.get('view') ?? (narrow ? 'inline' : 'sides')
  return {
    from,
    to,
    layout: (view === 'inline' ? 'inline' : 'sides') as Layout,
    onlyChanges: query.get('all') === null,
    set,
  }
}
type Choice = ReturnType<typeof useChoice>

export function Compare({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { person } = useMe()
  const now = useNow(15_000)
  const { session, error, refresh } = useSession(sessionId)
  usePageTitle(session ? `${t('changes.title')} · ${session.topic}` : undefined)
  const standing = session && standingIn(session, person)
  const where = session && { stage: session.stage, windows: session.windows, now }
  const readsLive = Boolean(standing && where && canReadLive(standing, where))
  const mayWrite = (paper: 'outline' | 'draft') =>
    Boolean(standing && where && can(writeActOf[paper], standing, where) === true)
  return (
    <>
      <TopBar
        left={
          <LinkButton variant="quiet" href={readsLive ? `/sessions/${sessionId}` : '/'}>
            <Icon name="chevron-left" />
            {t(readsLive ? 'changes.toSession' : 'common.backToPlan')}
          </LinkButton>
        }
        right={<AccountMenu />}
      />
      <main className="compare">
        {session ? (
          <Comparing session={session} readsLive={readsLive} mayWrite={mayWrite} />
        ) : error ? (
          <Trouble error={error} retry={() => void refresh()} />
        ) : (
          <Waiting />
        )}
      </main>
    </>
  )
}

interface ComparingProps {
  session: SessionView
  readsLive: boolean
  mayWrite: (paper: 'outline' | 'draft') => boolean
}

function Comparing({ session, readsLive, mayWrite }: ComparingProps) {
  const { t } = useWords()
  const sides = sidesOf(session, readsLive)
  const choice = useChoice(sides)
  const a = useSide(session, choice.from)
  const b = useSide(session, choice.to)
  const trouble = a.error ?? b.error
  const retry = () => {
    a.retry()
    b.retry()
  }
  return (
    <>
      <header className="compare-head">
        <h1>{t('changes.title')}</h1>
        <p className="compare-topic">{session.topic}</p>
        {sides.length > 1 || choice.from?.kind === 'moment' ? (
          <SidePickers session={session} sides={sides} choice={choice} />
        ) : (
          <Notice tone="plain">{t('changes.nothingToCompare')}</Notice>
        )}
      </header>
      {trouble ? (
        <Trouble error={trouble} retry={retry} />
      ) : a.content && b.content ? (
        <Comparison
          session={session}
          choice={choice}
          a={a.content}
          b={b.content}
          mayWrite={mayWrite}
          readsLive={readsLive}
          onRestored={retry}
        />
      ) : (
        sides.length > 1 && <Waiting />
      )}
    </>
  )
}

function SidePickers({
  session,
  sides,
  choice,
}: {
  session: SessionView
  sides: readonly Side[]
  choice: Choice
}) {
  const { t } = useWords()
  const nameOf = useSideName(session)
  const picker = (name: 'from' | 'to') => {
    const chosen = choice[name]
    const isListed = sides.some((side) => chosen && keyOf(side) === keyOf(chosen))
    return (
      <Field label={t(`changes.${name}`)}>
        <Select
          value={chosen ? keyOf(chosen) : ''}
          onChange={(event) => choice.set({ [name]: event.target.value })}
        >
          {[...sides, ...(chosen && !isListed ? [chosen] : [])].map((side) => (
            <option key={keyOf(side)} value={keyOf(side)}>
              {nameOf(side)}
            </option>
          ))}
        </Select>
      </Field>
    )
  }
  const { from, to } = choice
  return (
    <div className="compare-pickers">
      {picker('from')}
      <Button
        className="compare-swap"
        aria-label={t('changes.swap')}
        title={t('changes.swap')}
        onClick={() => from && to && choice.set({ from: keyOf(to), to: keyOf(from) })}
      >
        ⇄
      </Button>
      {picker('to')}
    </div>
  )
}

interface ComparisonProps extends ComparingProps {
  choice: Choice
  a: PaperNode
  b: PaperNode
  onRestored: () => void
}

/** Those of the draft, to which all others are carried; a guest has those of the older version. */
function useAnswered(session: SessionView, readsLive: boolean, from: Side | null) {
  const outline = useThreads('document', session.documents.outline, undefined, readsLive)
  const draft = useThreads('document', session.documents.draft, session.id, readsLive)
  const id = from?.kind === 'version' ? from.id : ''
  const version = useThreads('version', id, undefined, id !== '')
  return useMemo(() => {
    const all = [...(outline.threads ?? []), ...(draft.threads ?? []), ...(version.threads ?? [])]
    return [...new Map<string, ThreadView>(all.map((one) => [one.id, one])).values()]
  }, [outline.threads, draft.threads, version.threads])
}

function Comparison(props: ComparisonProps) {
  const { session, choice, a, b, mayWrite, readsLive, onRestored } = props
  const { t } = useWords()
  const nameOf = useSideName(session)
  const changes = useMemo(() => changesBetween(a, b), [a, b])
  const walk = useWalk(changes)
  const threads = useAnswered(session, readsLive, choice.from)
  const [isAsking, setAsking] = useState(false)
  const { from, to } = choice
  const older = [from, to].find(
    (side): side is Extract<Side, { kind: 'version' | 'moment' }> =>
      side?.kind === 'version' || side?.kind === 'moment',
  )
  const paper = older?.kind === 'moment' ? older.paper : 'draft'
  const mayRestore = mayWrite(paper) && [from, to].some((side) => side?.kind === paper)
  const { stops } = walk
  const place = walk.at === null ? 0 : stops.indexOf(walk.at) + 1
  const words = summaryWords(summaryOf(changes), t)
  return (
    <>
      <div className="compare-bar">
        <p className="compare-summary" role="status">
          {words === '' ? t('changes.sameText') : words}
        </p>
        <div className="compare-tools">
          <fieldset className="compare-layout" aria-label={t('changes.layout')}>
            {(['sides', 'inline'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={choice.layout === one}
                onClick={() => choice.set({ view: one })}
              >
                {t(one === 'sides' ? 'changes.sideBySide' : 'changes.inline')}
              </button>
            ))}
          </fieldset>
          <OnlyChanges />
          {stops.length > 0 && (
            <div className="compare-steps">
              <Button
                aria-label={t('changes.previous')}
                title={t('changes.previousHint')}
                onClick={() => walk.go(-1)}
              >
                ↑
              </Button>
              <span aria-live="polite">
                {t('changes.place', { n: place, count: stops.length })}
              </span>
              <Button
                aria-label={t('changes.next')}
                title={t('changes.nextHint')}
                onClick={() => walk.go(1)}
              >
                ↓
              </Button>
            </div>
          )}
          {older && mayRestore && words !== '' && (
            <Button variant="primary" onClick={() => setAsking(true)}>
              {t('changes.restore', { name: nameOf(older).toLocaleLowerCase('vi') })}
            </Button>
          )}
        </div>
      </div>
      <ChangeList
        changes={changes}
        layout={choice.layout}
        onlyChanges={choice.onlyChanges}
        threads={threads}
        walk={walk}
        names={from && to ? [nameOf(from), nameOf(to)] : null}
      />
      {isAsking && older && (
        <RestoreDialog
          session={session}
          side={older}
          name={nameOf(older).toLocaleLowerCase('vi')}
          summary={words}
          onClose={() => setAsking(false)}
          onRestored={() => {
            setAsking(false)
            onRestored()
          }}
        />
      )}
    </>
  )
}

function OnlyChanges() {
  const { t } = useWords()
  const [query, setQuery] = useSearchParams()
  return (
    <Checkbox
      label={t('changes.onlyChanges')}
      checked={query.get('all') === null}
      onChange={(event) => {
        const isOnly = event.target.checked
        setQuery(
          (before) => {
            if (isOnly) before.delete('all')
            else before.set('all', '1')
            return before
          },
          { replace: true },
        )
      }}
    />
  )
}
