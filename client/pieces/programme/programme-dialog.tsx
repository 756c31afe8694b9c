// Planning the programme: the usual items in one press, then each as this session needs it.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { programmeKinds } from '../../../shared/facts/meeting'
import type { ProgrammeItem } from '../../../shared/records/meeting'
import { leastMinutes, sumOfMinutes, usualProgramme } from '../../../shared/usual-programme'
import { api, call } from '../../api'
import { DialogActs } from '../dialog-acts'
import { useMe } from '../me'
import { newId } from '../new-id'
import { usePeople } from '../people-names'
import { PersonSelect } from '../person-select'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Checkbox, Select, TextInput } from '../ui/field'
import { IconButton } from '../ui/icon-button'
import { Notice } from '../ui/notice'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import { saveWoven } from '../woven-list/save-woven'
import { useWovenList } from '../woven-list/use-woven-list'
import { FoundNotice, OthersNotice } from '../woven-list/woven-notices'
import { ItemPapers } from './item-papers'
import { type NamedPaper, usePapers } from './use-papers'

interface DialogProps {
  session: SessionView
  onClose: () => void
  onSession: (session: SessionView) => void
}

const newItem = (): ProgrammeItem => ({
  id: newId(),
  kind: 'inform',
  title: '',
  person: null,
  minutes: 5,
})

const isGood = ({ title, minutes }: ProgrammeItem) =>
  title.trim() !== '' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 480

export function ProgrammeDialog({ session, onClose, onSession }: DialogProps) {
  const { t } = useWords()
  const { cell } = useMe()
  const papers = usePapers(session)
  const hand = useWovenList(`programme.${session.id}`, session.meeting.programme)
  const { items, setItems } = hand
  const { isBusy, trouble, setTrouble, send } = useSending()
  const sum = sumOfMinutes(items.filter(({ minutes }) => Number.isInteger(minutes)))
  const [isCombined, setCombined] = useState(session.isCombined)
  const least = leastMinutes(cell.ruleSet, isCombined)
  const change = (index: number, wish: Partial<ProgrammeItem>) =>
    setItems(items.map((item, i) => (i === index ? { ...item, ...wish } : item)))
  const move = (index: number, by: 1 | -1) => {
    const moved = items[index]
    if (!moved) return
    const rest = items.filter((_, i) => i !== index)
    setItems([...rest.slice(0, index + by), moved, ...rest.slice(index + by)])
  }
  const save = async () => {
    if (!items.every(isGood)) return setTrouble(t('room.titleNeeded'))
    await send(async () => {
      const param = { id: session.id }
      const json = {
        programme: [...items],
        seen: [...hand.seen],
        ...(isCombined !== session.isCombined && { isCombined }),
      }
      await saveWoven({
        sessionId: session.id,
        save: () => call(api.sessions[':id'].programme.$put({ param, json })),
        onSession,
      })
      hand.forget()
      onClose()
    })
  }

  return (
    <Dialog
      open
      wide
      busy={isBusy}
      onClose={onClose}
      title={t('room.programme')}
      description={t('room.programmeIntro')}
      actions={
        <DialogActs onClose={onClose} busy={isBusy} onClick={() => void save()}>
          {t('common.save')}
        </DialogActs>
      }
    >
      <FoundNotice list={hand} />
      {items.length === 0 && (
        <Button
          variant="primary"
          onClick={() => setItems(usualProgramme((item) => t(`room.${item}`), session.seats))}
        >
          {t('room.programmeUsual')}
        </Button>
      )}
      <ol className="programme-form">
        {items.map((item, index) => (
          <ItemRow
            key={item.id}
            item={item}
            papers={papers}
            number={index + 1}
            isLast={index === items.length - 1}
            onChange={(wish) => change(index, wish)}
            onMove={(by) => move(index, by)}
            onRemove={() => setItems(items.filter((_, i) => i !== index))}
            others={hand.contested.get(item.id)}
            onSettle={() => hand.settle(item.id)}
          />
        ))}
      </ol>
      <div className="programme-form-foot">
        <Button onClick={() => setItems([...items, newItem()])}>{t('room.addItem')}</Button>
        <Checkbox
          label={t('before.combined', { least: cell.ruleSet.minimumMinutesCombined })}
          checked={isCombined}
          onChange={(event) => setCombined(event.target.checked)}
        />
        {items.length > 0 && (
          <p className={sum < least ? 'programme-short' : 'room-soft'} aria-live="polite">
            {t('room.programmeSum', { minutes: sum })},{' '}
            {t(sum < least ? 'room.programmeShort' : 'room.programmeEnough', { least })}
          </p>
        )}
      </div>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}

interface RowProps {
  item: ProgrammeItem
  papers: readonly NamedPaper[]
  number: number
  isLast: boolean
  onChange: (wish: Partial<ProgrammeItem>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
  /** What another saved of it meanwhile. */
  others: ProgrammeItem | undefined
  /** Takes the other's. */
  onSettle: () => void
}

function ItemRow(props: RowProps) {
  const { item, papers, number, isLast, onChange, onMove, onRemove, others, onSettle } = props
  const { t } = useWords()
  const { people = [], nameOf } = usePeople()
  const acts = [
    {
      label: t('room.itemUp', { number }),
      icon: 'chevron-up',
      does: () => onMove(-1),
      off: number === 1,
    },
    {
      label: t('room.itemDown', { number }),
      icon: 'chevron-down',
      does: () => onMove(1),
      off: isLast,
    },
    { label: t('room.itemRemove', { number }), icon: 'close', does: onRemove, off: false },
  ] as const
  const factsOf = ({ title, kind, person, minutes }: ProgrammeItem) => [
    ...[title, t(`room.${kind}`), person && nameOf(person)],
    t('room.minutes', { minutes }),
  ]
  return (
    <li className="programme-row">
      <span className="room-item-number">{number}</span>
      <TextInput
        className="programme-title"
        aria-label={t('room.itemTitle', { number })}
        maxLength={300}
        value={item.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <Select
        aria-label={t('room.itemKind')}
        value={item.kind}
        onChange={(event) => onChange({ kind: event.target.value as ProgrammeItem['kind'] })}
      >
        {programmeKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`room.${kind}`)}
          </option>
        ))}
      </Select>
      <PersonSelect
        aria-label={t('room.itemPerson')}
        people={people}
        nobody="—"
        value={item.person}
        onPick={(person) => onChange({ person })}
      />
      <TextInput
        className="programme-minutes"
        type="number"
        min={1}
        max={480}
        aria-label={t('room.itemMinutes')}
        value={Number.isInteger(item.minutes) ? item.minutes : ''}
        onChange={(event) => onChange({ minutes: event.target.valueAsNumber })}
      />
      <ItemPapers item={item} papers={papers} number={number} onChange={onChange} />
      <span className="programme-acts">
        {acts.map(({ label, icon, does, off }) => (
          <IconButton key={icon} label={label} icon={icon} disabled={off} onClick={does} />
        ))}
      </span>
      {others && <OthersNotice facts={factsOf(others)} onTake={onSettle} />}
    </li>
  )
}
