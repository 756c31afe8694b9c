// What changed from one text to another, which comments that answered, and the way back.
import { useMemo, useState } from 'react'
import { changesBetween } from '../../../shared/changes/changes'
import { summaryOf } from '../../../shared/changes/summary'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import type { ThreadView } from '../../../shared/records/thread'
import { ChangeList, useWalk } from '../../pieces/changes/change-list'
import { RestoreDialog } from '../../pieces/changes/restore-dialog'
import { type Side, useSideName } from '../../pieces/changes/sides'
import { summaryWords } from '../../pieces/changes/summary-words'
import { useThreads } from '../../pieces/comments/use-threads'
import { Button } from '../../pieces/ui/button'
import { Checkbox } from '../../pieces/ui/field'
import { Segmented } from '../../pieces/ui/segmented'
import { useWords } from '../../pieces/words/words'
import type { Choice } from './use-choice'

interface ComparisonProps {
  session: SessionView
  readsLive: boolean
  mayWrite: (paper: 'outline' | 'draft') => boolean
  choice: Choice
  a: PaperNode
  b: PaperNode
  onRestored: () => void
}

/** Those of the draft, to which all others are carried; a guest has those of the older version. */
function useAnswered(session: SessionView, readsLive: boolean, from: Side | null) {
  const outline = useThreads('document', session.documents.outline, session.id, readsLive)
  const draft = useThreads('document', session.documents.draft, session.id, readsLive)
  const id = from?.kind === 'version' ? from.id : ''
  const version = useThreads('version', id, session.id, id !== '')
  return useMemo(() => {
    const all = [...(outline.threads ?? []), ...(draft.threads ?? []), ...(version.threads ?? [])]
    return [...new Map<string, ThreadView>(all.map((one) => [one.id, one])).values()]
  }, [outline.threads, draft.threads, version.threads])
}

export function Comparison(props: ComparisonProps) {
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
          <Segmented
            label={t('changes.layout')}
            options={[
              { value: 'sides', words: t('changes.sideBySide') },
              { value: 'inline', words: t('changes.inline') },
            ]}
            value={choice.layout}
            onChange={(view) => choice.set({ view })}
          />
          <Checkbox
            label={t('changes.onlyChanges')}
            checked={choice.onlyChanges}
            onChange={(event) => choice.set({ all: event.target.checked ? null : '1' })}
          />
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
