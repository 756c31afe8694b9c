// Any two texts of a session beside each other: which two, and what changed.
import type { SessionView } from '../../../shared/events'
import { can, canReadLive, writeActOf } from '../../../shared/rights'
import { AccountMenu } from '../../pieces/account-menu'
import { keyOf, type Side, sidesOf, useSide, useSideName } from '../../pieces/changes/sides'
import { useSession } from '../../pieces/live/session-live'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { useNow } from '../../pieces/now'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Field, Select } from '../../pieces/ui/field'
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
import { Comparison } from './comparison'
import { type Choice, useChoice } from './use-choice'
import './compare.css'

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
