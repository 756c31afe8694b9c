// The history of a paper: a slider through its moments, who wrote what, and the points that have a name.
import { useEffect, useMemo, useState } from 'react'
import useSWR from 'swr'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import type { Point } from '../../../shared/records/point'
import { can, canReadLive } from '../../../shared/rights'
import { api, call } from '../../api'
import { AccountMenu } from '../../pieces/account-menu'
import { Barred } from '../../pieces/barred'
import { useSession } from '../../pieces/live/session-live'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { useNow } from '../../pieces/now'
import { usePageTitle } from '../../pieces/page-title'
import { usePeople } from '../../pieces/people-names'
import { Trouble } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Checkbox } from '../../pieces/ui/field'
import { Icon } from '../../pieces/ui/icon'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { TopBar } from '../../pieces/ui/top-bar'
import { Waiting } from '../../pieces/ui/waiting'
import { VersionText } from '../../pieces/version-text/version-text'
import { useWords } from '../../pieces/words/words'
import { type Written, withAuthors } from './authors'
import { NamePoint } from './name-point'
import { pointName } from './point-name'
import { WhoWrote } from './who-wrote'
import './history.css'

type HistoryPaper = 'outline' | 'draft'

interface MomentRead {
  readonly at: string
  readonly content: PaperNode
  readonly written: Written
}

const fetchHistory = (id: string) =>
  call<{ points: Point[]; moments: string[] }>(api.documents[':id'].history.$get({ param: { id } }))

/** `null`: the text as it is now. */
const fetchMoment = (id: string, at: string | null) =>
  (at === null
    ? call(api.documents[':id'].text.$get({ param: { id } }) as never)
    : call(
        api.documents[':id'].history[':at'].$get({ param: { id, at } }) as never,
      )) as Promise<MomentRead>

export function History({ sessionId, paper }: { sessionId: string; paper?: string | undefined }) {
  const { t } = useWords()
  const { person } = useMe()
  const now = useNow(15_000)
  const { session, error, refresh } = useSession(sessionId)
  const shown: HistoryPaper = paper === 'outline' ? 'outline' : 'draft'
  usePageTitle(session ? `${t('changes.history')} · ${session.topic}` : undefined)
  const where = session && { stage: session.stage, windows: session.windows, now }
  const standing = session && standingIn(session, person)
  return (
    <>
      <TopBar
        left={
          <LinkButton variant="quiet" href={`/sessions/${sessionId}/${shown}`}>
            <Icon name="chevron-left" />
            {t('changes.toSession')}
          </LinkButton>
        }
        right={<AccountMenu />}
      />
      <main className="history">
        {!session || !where || !standing ? (
          error ? (
            <Trouble error={error} retry={() => void refresh()} />
          ) : (
            <Waiting />
          )
        ) : canReadLive(standing, where) ? (
          <Reading
            key={shown}
            session={session}
            paper={shown}
            mayName={can('namePoint', standing, where) === true}
          />
        ) : (
          <Barred code="not-yours" />
        )}
      </main>
    </>
  )
}

interface ReadingProps {
  session: SessionView
  paper: HistoryPaper
  mayName: boolean
}

function Reading({ session, paper, mayName }: ReadingProps) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const id = session.documents[paper]
  const { data, error, mutate } = useSWR(['history', id], () => fetchHistory(id))
  // The last stop is the present.
  const stops = useMemo<(string | null)[]>(() => [...(data?.moments ?? []), null], [data])
  const [chosen, setChosen] = useState<string | null>(null)
  const index = Math.max(stops.indexOf(chosen), chosen === null ? stops.length - 1 : 0)
  const at = stops[index] ?? null
  const moment = useMoment(id, at)
  if (!data) return error ? <Trouble error={error} retry={() => void mutate()} /> : <Waiting />
  const pointAt = (instant: string | null) =>
    data.points.find((point) => instant !== null && point.moment === Date.parse(instant))
  const point = pointAt(at)
  const name = at === null ? t(paper === 'draft' ? 'changes.draftNow' : 'changes.outline') : ''
  return (
    <>
      <header className="history-head">
        <h1>{t('changes.historyOf', { paper: t(`paper.${paper}`).toLocaleLowerCase('vi') })}</h1>
        <p className="history-soft">{session.topic}</p>
      </header>
      {stops.length === 1 && <Notice tone="plain">{t('changes.historyEmpty')}</Notice>}
      <section className="history-slider" aria-label={t('changes.slider')}>
        <Button
          aria-label={t('changes.earlier')}
          title={t('changes.earlier')}
          aria-disabled={index === 0 || undefined}
          onClick={() => index > 0 && setChosen(stops[index - 1] ?? null)}
        >
          <Icon name="chevron-left" />
        </Button>
        <input
          type="range"
          min={0}
          max={stops.length - 1}
          value={index}
          aria-label={t('changes.slider')}
          aria-valuetext={at === null ? name : dateTime(at)}
          onChange={(event) => setChosen(stops[Number(event.target.value)] ?? null)}
        />
        <Button
          aria-label={t('changes.later')}
          title={t('changes.later')}
          aria-disabled={at === null || undefined}
          onClick={() => at !== null && setChosen(stops[index + 1] ?? null)}
        >
          <Icon name="chevron-right" />
        </Button>
        <p className="history-when" role="status">
          <strong>{at === null ? name : dateTime(at)}</strong>
          {point && (
            <span>
              {pointName(point, t, dateTime)} · {nameOf(point.by)}
            </span>
          )}
          <span className="history-soft">
            {t('changes.momentOf', { n: index + 1, count: stops.length })}
          </span>
        </p>
        {at !== null && (
          <LinkButton href={`/sessions/${session.id}/compare?from=${paper}@${at}&to=${paper}`}>
            {t('changes.compareWithNow')}
          </LinkButton>
        )}
      </section>
      <div className="history-desk">
        <article className="history-page">
          {moment.data ? (
            <AuthoredText moment={moment.data} />
          ) : moment.error ? (
            <Trouble error={moment.error} retry={moment.retry} />
          ) : (
            <Waiting />
          )}
        </article>
        <aside className="history-side">
          {mayName && <NamePoint documentId={id} onNamed={() => void mutate()} />}
          {data.points.length > 0 && (
            <section>
              <h2>{t('changes.points')}</h2>
              <ul className="history-points">
                {data.points.toReversed().map((one) => (
                  <li key={one.id}>
                    <button
                      type="button"
                      aria-current={one === point ? 'true' : undefined}
                      onClick={() => setChosen(new Date(one.moment).toISOString())}
                    >
                      {pointName(one, t, dateTime)}
                      <span className="history-soft">
                        {nameOf(one.by)} · {dateTime(one.at)}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {moment.data && <WhoWrote written={moment.data.written} />}
        </aside>
      </div>
    </>
  )
}

/** The one before stays on the page until the next has come. */
function useMoment(id: string, at: string | null) {
  const { data, error, mutate } = useSWR(['moment', id, at], () => fetchMoment(id, at), {
    keepPreviousData: true,
    revalidateOnFocus: at === null,
  })
  return { data, error: error as unknown, retry: () => void mutate() }
}

function AuthoredText({ moment }: { moment: MomentRead }) {
  const { t } = useWords()
  const [isColoured, setColoured] = useState(true)
  const [content, setContent] = useState(moment.content)
  useEffect(() => {
    setContent(isColoured ? withAuthors(moment.content, moment.written) : moment.content)
  }, [moment, isColoured])
  return (
    <>
      <Checkbox
        className="history-colour"
        label={t('changes.showAuthors')}
        checked={isColoured}
        onChange={(event) => setColoured(event.target.checked)}
      />
      <VersionText content={content} />
    </>
  )
}
