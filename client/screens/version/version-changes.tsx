// The ways from a version to what changed: since the one before, in the draft as it is now.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import type { Version } from '../../../shared/records/version'
import { can, canReadLive } from '../../../shared/rights'
import { keyOf } from '../../pieces/changes/sides'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { useNow } from '../../pieces/now'
import { useWords } from '../../pieces/words/words'

export function VersionChanges({ version, session }: { version: Version; session: SessionView }) {
  const { t } = useWords()
  const { person } = useMe()
  const now = useNow(15_000)
  const standing = standingIn(session, person)
  const where = { stage: session.stage, windows: session.windows, now }
  const own = keyOf({ kind: 'version', id: version.id })
  const earlier = session.versions.find(({ number }) => number === version.number - 1)
  const to = (from: string, until: string) =>
    `/sessions/${session.id}/compare?${new URLSearchParams({ from, to: until })}`
  const readsLive = canReadLive(standing, where)
  const mayWrite = can('writeDraft', standing, where) === true
  if (!earlier && !readsLive) return null
  return (
    <p className="version-files">
      {earlier && (
        <Link href={to(keyOf({ kind: 'version', id: earlier.id }), own)}>
          {t('changes.compareWithPrevious', { n: earlier.number })}
        </Link>
      )}
      {readsLive && <Link href={to(own, 'draft')}>{t('changes.sinceVersion')}</Link>}
      {mayWrite && <Link href={to('draft', own)}>{t('changes.intoDraft')}</Link>}
    </p>
  )
}
