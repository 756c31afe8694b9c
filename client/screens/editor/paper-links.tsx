// The papers of the session and its frozen versions; what has not come yet cannot be opened.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { type Paper, papers } from '../../../shared/rights'
import { type Stage, stagesFrom } from '../../../shared/stages'
import { DossierLink } from '../../pieces/dossier-link'
import { useWords } from '../../pieces/words/words'

/** The stage from which each paper can be written. */
export const firstStageOf = {
  outline: 'outline',
  draft: 'draft',
  minutes: 'frozen',
} as const satisfies Record<Paper, Stage>

export const hasCome = (paper: Paper, stage: Stage): boolean =>
  stagesFrom(firstStageOf[paper]).includes(stage)

/** While the meeting is still to come. */
const isToCome = (stage: Stage): boolean => !stagesFrom('inSession').includes(stage)

interface PaperLinksProps {
  session: SessionView
  shown: Paper
  mayReadLive: boolean
}

export function PaperLinks({ session, shown, mayReadLive }: PaperLinksProps) {
  const { t } = useWords()
  // A guest reads frozen versions only.
  const live = mayReadLive ? papers : []
  return (
    <nav className="contents editor-papers" aria-label={t('editor.papers')}>
      <h2 className="contents-title">{t('editor.papers')}</h2>
      <ul>
        {live.map((paper) => (
          <li key={paper}>
            {hasCome(paper, session.stage) ? (
              <Link
                href={`/sessions/${session.id}/${paper}`}
                className="contents-item"
                aria-current={paper === shown ? 'page' : undefined}
              >
                {t(`paper.${paper}`)}
              </Link>
            ) : (
              <span className="contents-item" aria-disabled="true">
                {t(`paper.${paper}`)}
                <span className="contents-note">{t('editor.notYet')}</span>
              </span>
            )}
          </li>
        ))}
        {session.versions.map(({ id, number, stage }) => (
          <li key={id}>
            <Link href={`/versions/${id}`} className="contents-item">
              {t('editor.version', { n: number })}
              <span className="contents-note">{t(`stage.${stage}`)}</span>
            </Link>
          </li>
        ))}
        {mayReadLive && isToCome(session.stage) && (
          <li>
            <Link href={`/sessions/${session.id}/before`} className="contents-item">
              {t('before.title')}
            </Link>
          </li>
        )}
        {mayReadLive &&
          session.papersAfter.map(({ kind, id }) => (
            <li key={id}>
              <Link href={`/sessions/${session.id}/papers/${kind}`} className="contents-item">
                {t(`templateKind.${kind}`)}
              </Link>
            </li>
          ))}
        <li>
          <Link href={`/sessions/${session.id}/room`} className="contents-item">
            {t('room.title')}
          </Link>
        </li>
        {(mayReadLive ? session.versions.length > 0 : session.versions.length > 1) && (
          <li>
            <Link href={`/sessions/${session.id}/compare`} className="contents-item">
              {t('changes.compare')}
            </Link>
          </li>
        )}
        {mayReadLive && shown !== 'minutes' && hasCome(shown, session.stage) && (
          <li>
            <Link href={`/sessions/${session.id}/history/${shown}`} className="contents-item">
              {t('changes.history')}
            </Link>
          </li>
        )}
        {session.threadCount > 0 && (
          <li>
            <Link href={`/sessions/${session.id}/answers`} className="contents-item">
              {t('answers.shortTitle')}
              <span className="contents-note">{session.threadCount}</span>
            </Link>
          </li>
        )}
        {session.versions.length > 0 && (
          <li>
            <DossierLink session={session} className="contents-item" />
          </li>
        )}
      </ul>
    </nav>
  )
}
