// Before freezing: what was changed in the draft since the committee passed it.
import { Link } from 'wouter'
import { changesBetween } from '../../../shared/changes/changes'
import { summaryOf } from '../../../shared/changes/summary'
import type { SessionView } from '../../../shared/events'
import { useSide } from '../changes/sides'
import { summaryWords } from '../changes/summary-words'
import { Notice } from '../ui/notice'
import { useWords } from '../words/words'

export function SincePass({ session }: { session: SessionView }) {
  const { t } = useWords()
  const passed = useSide(session, { kind: 'passed' })
  const draft = useSide(session, { kind: 'draft' })
  // One that was passed under an earlier release was not kept.
  if (!passed.content || !draft.content) return null
  const summary = summaryWords(summaryOf(changesBetween(passed.content, draft.content)), t)
  return (
    <Notice tone={summary === '' ? 'green' : 'gold'} role="status">
      <p>{summary === '' ? t('changes.sincePassedSame') : t('changes.sincePassed', { summary })}</p>
      {summary !== '' && (
        <Link href={`/sessions/${session.id}/compare?from=passed&to=draft`}>
          {t('changes.sincePassedLink')}
        </Link>
      )}
    </Notice>
  )
}
