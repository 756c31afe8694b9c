// One item of the chair's conclusion: a change to the text, or a task.
import { MadeFrom } from '../conclusion/made-from'
import type { Source } from '../conclusion/sources'
import { usePeople } from '../people-names'
import { PersonSelect } from '../person-select'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { DayInput } from '../ui/day-input'
import { Field, TextArea, TextInput } from '../ui/field'
import { useWords } from '../words/words'
import { OthersNotice } from '../woven-list/woven-notices'
import { isDayWrong, type WrittenItem } from './written-items'

interface ConclusionItemProps {
  item: WrittenItem
  number: number
  /** Which parts of the item this person may fill in now. */
  may: { readonly body: boolean; readonly answer: boolean; readonly task: boolean }
  /** The opinions of the meeting, of which it may have been made. */
  sources: readonly Source[]
  /** Sending was tried, so what is wrong is marked. */
  isTried: boolean
  onChange: (item: WrittenItem) => void
  onRemove: () => void
  /** What another saved of it meanwhile. */
  others: WrittenItem | undefined
  /** Takes the other's. */
  onSettle: () => void
}

export function ConclusionItemFields({
  item,
  number,
  may,
  sources,
  isTried,
  onChange,
  onRemove,
  others,
  onSettle,
}: ConclusionItemProps) {
  const { t } = useWords()
  const { people = [] } = usePeople()
  const isTask = item.kind === 'task'
  return (
    <li className="conclusion-item">
      <div className="conclusion-item-head">
        <strong>{t('stageBar.itemNumber', { number })}</strong>
        <Badge tone={isTask ? 'blue' : 'gold'}>
          {t(isTask ? 'after.forTask' : 'after.forText')}
        </Badge>
        {may.body && (
          <Button
            variant="quiet"
            aria-label={t('stageBar.itemRemove', { number })}
            onClick={onRemove}
          >
            ✕
          </Button>
        )}
      </div>
      {may.body ? (
        <Field label={t('stageBar.itemBody')}>
          <TextArea
            rows={2}
            maxLength={4000}
            value={item.body}
            onChange={(event) => onChange({ ...item, body: event.target.value })}
          />
        </Field>
      ) : (
        <p className="conclusion-body">{item.body}</p>
      )}
      <MadeFrom from={item.from} sources={sources} />
      {(isTask || may.body || item.responsible || item.dueOn || item.evidence) && (
        <div className="conclusion-task">
          <Field label={t('stageBar.itemResponsible')}>
            <PersonSelect
              disabled={!may.task}
              people={people.filter(({ posts }) => posts.some((post) => post !== 'technician'))}
              nobody={t('stageBar.choosePerson')}
              value={item.responsible}
              onPick={(responsible) => onChange({ ...item, responsible })}
            />
          </Field>
          <Field
            label={t('stageBar.itemDueOn')}
            error={isTried && isDayWrong(item) ? t('stageBar.dayWrong') : null}
          >
            <DayInput
              disabled={!may.task}
              value={item.dueOn ?? ''}
              placeholder={t('sessionForm.dayPlaceholder')}
              pickLabel={t('sessionForm.pickDay')}
              onChange={(written) => onChange({ ...item, dueOn: written || null })}
            />
          </Field>
          <Field label={t('after.itemEvidence')}>
            <TextInput
              maxLength={1000}
              disabled={!may.task}
              value={item.evidence ?? ''}
              onChange={(event) => onChange({ ...item, evidence: event.target.value })}
            />
          </Field>
        </div>
      )}
      {!isTask && may.answer && (
        <Field label={t('stageBar.itemAnswer')}>
          <TextArea
            rows={2}
            maxLength={4000}
            value={item.answer}
            onChange={(event) => onChange({ ...item, answer: event.target.value })}
          />
        </Field>
      )}
      {!isTask && !may.answer && !may.body && (
        <p className="conclusion-answer">{item.answer || t('stageBar.itemUnanswered')}</p>
      )}
      {others && <OthersItem item={others} onTake={onSettle} />}
    </li>
  )
}

/** What another saved of the same item, to be taken or written over. */
function OthersItem({ item, onTake }: { item: WrittenItem; onTake: () => void }) {
  const { nameOf } = usePeople()
  const { body, answer, responsible, dueOn, evidence } = item
  const facts = [body, answer, responsible && nameOf(responsible), dueOn, evidence]
  return <OthersNotice facts={facts} onTake={onTake} />
}
