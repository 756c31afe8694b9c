// On the leader's desk: what stands on the screens, how they look, and who leads them.
import type { SessionView } from '../../../shared/events'
import { leastSize, mostSize, screenLayouts, screenThemes } from '../../../shared/facts/screen'
import type { Showing } from '../../../shared/records/screen'
import type { Standing } from '../../../shared/roles'
import { useThreads } from '../../pieces/comments/use-threads'
import { useVotes } from '../../pieces/meeting/use-votes'
import { usePeople } from '../../pieces/people-names'
import type { ReadVersion } from '../../pieces/version-text/use-version'
import { useWords } from '../../pieces/words/words'
import type { Seat } from './use-place'
import type { useScreen } from './use-screen'

interface LeadShowProps {
  session: SessionView
  version: ReadVersion
  seat: Seat
  screens: ReturnType<typeof useScreen>
  who: Standing
}

export function LeadShow(props: LeadShowProps) {
  if (!props.seat.leads) return null
  return (
    <>
      <ShowCard {...props} />
      <LookCard {...props} />
      <Keys />
    </>
  )
}

function ShowCard({ session, version, screens }: LeadShowProps) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { threads = [] } = useThreads('version', version.id, session.id)
  const { votes = [] } = useVotes(session.id)
  const { showing } = session.screen
  const isOn = (one: Showing) => showing?.kind === one.kind && showing.id === one.id
  const toggle = (one: Showing) => void screens.set({ showing: isOn(one) ? null : one })
  const choice = (one: Showing, words: string, who?: string) => (
    <li key={`${one.kind} ${one.id}`}>
      <button type="button" aria-pressed={isOn(one)} onClick={() => toggle(one)}>
        <span>
          {who && <b>{who}: </b>}
          {words}
        </span>
      </button>
    </li>
  )
  const standing = threads.filter(({ state }) => state !== 'withdrawn')
  return (
    <section className="lead-card lead-show" aria-labelledby="lead-show">
      <h2 id="lead-show">{t('screen.show')}</h2>
      <ul className="lead-choices">
        <li>
          <button
            type="button"
            aria-pressed={showing === null}
            onClick={() => void screens.set({ showing: null })}
          >
            {t('screen.showText')}
          </button>
        </li>
        {session.meeting.programme.length > 0 &&
          choice({ kind: 'programme', id: '' }, t('room.programme'))}
        {session.stage === 'inSession' &&
          choice({ kind: 'minutes', id: session.documents.minutes }, t('room.toMinutes'))}
        {[...votes]
          .reverse()
          .map((vote) => choice({ kind: 'vote', id: vote.id }, vote.question, t('room.votes')))}
        {standing.map((one) =>
          choice({ kind: 'comment', id: one.id }, one.body, nameOf(one.author)),
        )}
      </ul>
    </section>
  )
}

function LookCard({ session, seat, screens, who }: LeadShowProps) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { theme, size, layout } = session.screen
  const { presenter, minutesTaker, chair } = session.seats
  const takers = [...new Set([presenter, minutesTaker])].filter(
    (one): one is string => one !== null && one !== chair,
  )
  return (
    <section className="lead-card lead-look" aria-labelledby="lead-look">
      <h2 id="lead-look">{t('screen.look')}</h2>
      <fieldset>
        <legend className="visually-hidden">{t('screen.theme')}</legend>
        {screenThemes.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={theme === one}
            onClick={() => void screens.set({ theme: one })}
          >
            {t(`screen.theme-${one}`)}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend className="visually-hidden">{t('screen.size')}</legend>
        <button
          type="button"
          disabled={size <= leastSize}
          aria-label={t('screen.smaller')}
          onClick={() => void screens.set({ size: size - 1 })}
        >
          A−
        </button>
        <output>{t('screen.sizeStep', { step: size - leastSize + 1 })}</output>
        <button
          type="button"
          disabled={size >= mostSize}
          aria-label={t('screen.larger')}
          onClick={() => void screens.set({ size: size + 1 })}
        >
          A+
        </button>
      </fieldset>
      <fieldset>
        <legend className="visually-hidden">{t('screen.layout')}</legend>
        {screenLayouts.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={layout === one}
            onClick={() => void screens.set({ layout: one })}
          >
            {t(`screen.layout-${one}`)}
          </button>
        ))}
      </fieldset>
      {who.seats.includes('chair') && takers.length > 0 && (
        <label>
          <span>{t('projector.handOver')}</span>
          <select
            value={session.projection?.handedTo ?? ''}
            onChange={({ target }) => seat.handOver(target.value || null)}
          >
            <option value="">{t('projector.handOverChair')}</option>
            {takers.map((username) => (
              <option key={username} value={username}>
                {nameOf(username)}
              </option>
            ))}
          </select>
        </label>
      )}
    </section>
  )
}

/** What a keyboard or a clicker does, here and on a big screen. */
function Keys() {
  const { t } = useWords()
  const keys: readonly (readonly [string, string])[] = [
    [`→  ↓  PageDown  ${t('projector.keySpace')}`, t('projector.keyNext')],
    ['←  ↑  PageUp', t('projector.keyPrevious')],
    ['Shift+PageDown  Shift+PageUp', t('projector.keySection')],
    ['Home  End', t('projector.keyEnds')],
    ['B  .', t('projector.keyBlack')],
    ['Q', t('projector.keyQr')],
    ['F  F5', t('projector.keyFull')],
  ]
  return (
    <details className="lead-card lead-keys">
      <summary>{t('projector.keys')}</summary>
      <dl>
        {keys.map(([pressed, does]) => (
          <div key={pressed}>
            <dt>
              {pressed.split('  ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
