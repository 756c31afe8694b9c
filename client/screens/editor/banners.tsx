// What must be said above the paper: frozen, stopped, not yet, refused.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { Paper } from '../../../shared/rights'
import { stagesFrom } from '../../../shared/stages'
import { laterPart } from '../../pieces/later-part'
import type { DeskOnScreen } from '../../pieces/live/use-paper-desk'
import { usePeople } from '../../pieces/people-names'
import { Button } from '../../pieces/ui/button'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { useWords } from '../../pieces/words/words'
import { hasCome } from './paper-links'

const RefusedWorkDialog = laterPart(() =>
  import('../../pieces/live/refused-work-dialog').then((m) => m.RefusedWorkDialog),
)

interface BannersProps {
  session: SessionView
  paper: Paper
  desk: DeskOnScreen
  mayReadLive: boolean
  mayProject: boolean
  mayCheck: boolean
}

/** `7F3A·91C2`, as the projector shows it. */
const shortCode = (sha256: string) => `${sha256.slice(0, 4)}·${sha256.slice(4, 8)}`.toUpperCase()

function FrozenBanner({
  session,
  mayReadLive,
  mayProject,
  mayCheck,
}: Pick<BannersProps, 'session' | 'mayReadLive' | 'mayProject' | 'mayCheck'>) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const version = session.versions.at(-1)
  if (!version) return null
  const made = session.history.findLast((happening) => happening.version === version.number)
  const isOnScreen = session.stage === 'frozen' || session.stage === 'inSession'
  return (
    <Notice tone="gold">
      <p>
        {t('editor.frozenBanner', {
          n: version.number,
          code: shortCode(version.sha256),
          name: made ? nameOf(made.by) : '',
          at: made ? dateTime(made.at) : '',
        })}
      </p>
      <div className="editor-banner-acts">
        <LinkButton href={`/versions/${version.id}`}>{t('editor.readVersion')}</LinkButton>
        {session.stage === 'revising' && mayReadLive && (
          <LinkButton href={`/sessions/${session.id}/compare?from=version.${version.id}&to=draft`}>
            {t('changes.sinceVersion')}
          </LinkButton>
        )}
        {isOnScreen && mayProject && (
          <LinkButton href={`/sessions/${session.id}/project`}>{t('editor.project')}</LinkButton>
        )}
        {session.stage === 'frozen' && mayCheck && (
          <LinkButton href={`/sessions/${session.id}/check`}>{t('before.check')}</LinkButton>
        )}
      </div>
    </Notice>
  )
}

export function Banners(props: BannersProps) {
  const { session, paper, desk, mayReadLive } = props
  const { t, dateTime } = useWords()
  const [isOffering, setOffering] = useState(true)
  const { refusal, refusedWork, live } = desk
  const isFrozen = stagesFrom('frozen').includes(session.stage) && session.versions.length > 0
  return (
    <div className="editor-banners" aria-live="polite">
      {!mayReadLive && <Notice tone="plain">{t('editor.guestBanner')}</Notice>}
      {isFrozen && (paper === 'draft' || !mayReadLive) && <FrozenBanner {...props} />}
      {mayReadLive && paper === 'minutes' && session.minutesSigned && (
        <Notice tone="gold">
          <p>
            {t('after.minutesAgreed', {
              at: dateTime(session.minutesSigned.agreedAt),
              number: session.minutesSigned.number,
              code: shortCode(session.minutesSigned.sha256),
            })}
          </p>
          <div className="editor-banner-acts">
            <LinkButton href={`/sessions/${session.id}/minutes/read`}>
              {t('after.minutesRead')}
            </LinkButton>
          </div>
        </Notice>
      )}
      {mayReadLive && !hasCome(paper, session.stage) && (
        <Notice tone="plain">
          {t('editor.beforeStage', { paper: t(`paper.${paper}`).toLocaleLowerCase('vi') })}
        </Notice>
      )}
      {mayReadLive && refusal && (
        <Notice tone="red">
          <p>{t(`refusal.${refusal}`)}</p>
          <Button onClick={() => window.location.reload()}>{t('common.reload')}</Button>
        </Notice>
      )}
      {refusedWork && (
        <Notice tone="red">
          <p>{t('editor.refusedTitle')}</p>
          <Button onClick={() => setOffering(true)}>{t('editor.refusedOpen')}</Button>
        </Notice>
      )}
      {refusedWork && isOffering && (
        <RefusedWorkDialog
          work={refusedWork}
          textNow={live && desk.isSynced ? live.text : null}
          onClose={() => setOffering(false)}
          onDismiss={desk.dismissRefused}
        />
      )}
    </div>
  )
}
