// Choosing opinions of the meeting, of which one item of the conclusion is made.
import { useState } from 'react'
import type { ConclusionItem } from '../../../shared/records/conclusion'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/field'
import { useWords } from '../words/words'
import { type Source, type SourceGroup, sourceGroups } from './sources'
import './gather.css'

const titles = {
  proposals: 'after.gatherProposals',
  comments: 'after.gatherComments',
  speeches: 'after.gatherSpeeches',
  votes: 'after.gatherVotes',
} as const satisfies Record<SourceGroup, string>

interface GatherProps {
  sources: readonly Source[]
  /** Those of which an item was made already. */
  used: ReadonlySet<string>
  onMake: (kind: ConclusionItem['kind'], chosen: readonly Source[]) => void
  onBack: () => void
}

export function Gather({ sources, used, onMake, onBack }: GatherProps) {
  const { t } = useWords()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const chosen = sources.filter(({ id }) => picked.has(id))
  const toggle = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
  }
  return (
    <div className="gather">
      <Button variant="quiet" onClick={onBack}>
        ← {t('after.gatherBack')}
      </Button>
      <p className="stage-soft">{t('after.gatherIntro')}</p>
      {sources.length === 0 && <p>{t('after.gatherEmpty')}</p>}
      {sourceGroups.map((group) => {
        const own = sources.filter((one) => one.group === group)
        if (own.length === 0) return null
        return (
          <fieldset key={group} className="gather-group">
            <legend>
              {t(titles[group])} ({own.length})
            </legend>
            {own.map(({ id, who, words, about }) => (
              <Checkbox
                key={id}
                className={picked.has(id) ? 'gather-one is-picked' : 'gather-one'}
                checked={picked.has(id)}
                onChange={() => toggle(id)}
                label={
                  <>
                    <b>{who}</b>
                    {used.has(id) && (
                      <span className="gather-used"> · {t('after.gatherUsed')}</span>
                    )}
                    {about !== '' && <span className="gather-about">“{about}”</span>}
                    <span className="gather-words">{words}</span>
                  </>
                }
              />
            ))}
          </fieldset>
        )
      })}
      {sources.length > 0 && (
        <div className="gather-acts">
          <span aria-live="polite">{t('after.gatherChosen', { count: chosen.length })}</span>
          <Button disabled={chosen.length === 0} onClick={() => onMake('text', chosen)}>
            {t('after.gatherText')}
          </Button>
          <Button
            variant="primary"
            disabled={chosen.length === 0}
            onClick={() => onMake('task', chosen)}
          >
            {t('after.gatherTask')}
          </Button>
        </div>
      )}
    </div>
  )
}
