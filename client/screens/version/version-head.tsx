// What a version is: its number, its digest, who froze it and when, and the one before.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { shortDigest } from '../../../shared/records/digest'
import type { Version } from '../../../shared/records/version'
import { copyText } from '../../pieces/copy-text'
import { usePeople } from '../../pieces/people-names'
import { Badge } from '../../pieces/ui/badge'
import { Button } from '../../pieces/ui/button'
import { toast } from '../../pieces/ui/toast'
import { useWords } from '../../pieces/words/words'
import { VersionChanges } from './version-changes'
import { VersionFiles } from './version-files'

export function VersionHead({ version, session }: { version: Version; session: SessionView }) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const { number, sha256 } = version
  const earlier = session.versions.find((one) => one.number === number - 1)
  const latest = session.versions.at(-1)
  const own = session.versions.find(({ id }) => id === version.id)
  const isFinal = own?.stage === 'approved'
  return (
    <header className="version-head">
      <p className="version-kicker">{t('projector.topicNumber', { number: session.number })}</p>
      <h1 className="version-topic">{session.topic}</h1>
      <p className="version-facts">
        <Badge tone="gold">
          {t('projector.version', { number })} · {shortDigest(sha256)}
        </Badge>
        {isFinal && <Badge tone="green">{t('projector.finalVersion')}</Badge>}
        <span className="version-soft">
          {t('projector.frozenBy', {
            at: dateTime(version.frozenAt),
            name: nameOf(version.frozenBy),
          })}
        </span>
        {earlier && (
          <Link href={`/versions/${earlier.id}`}>
            {t('projector.previousVersion', { number: earlier.number })}
          </Link>
        )}
      </p>
      {latest && latest.number > number && (
        <p className="version-newer">
          <Link href={`/versions/${latest.id}`}>
            {t('projector.newerVersion', { number: latest.number })}
          </Link>
        </p>
      )}
      <VersionChanges version={version} session={session} />
      <VersionFiles versionId={version.id} session={session} />
      <details className="version-digest">
        <summary>{t('projector.digest')}</summary>
        <p className="version-soft">{t('projector.digestHint')}</p>
        <p className="version-digest-row">
          <code>{sha256}</code>
          <Button
            onClick={() =>
              void copyText(sha256).then((done) => done && toast(t('common.copied'), 'green'))
            }
          >
            {t('common.copy')}
          </Button>
        </p>
      </details>
    </header>
  )
}
