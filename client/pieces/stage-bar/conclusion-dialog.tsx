// The chair's conclusion, item by item; afterwards its answers and its tasks.
import { useMemo, useRef, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { ConclusionItem } from '../../../shared/records/conclusion'
import { api, call } from '../../api'
import { Gather } from '../conclusion/gather'
import { type Source, useSources } from '../conclusion/sources'
import { DialogActs } from '../dialog-acts'
import { useRights } from '../live/standing'
import { useMe } from '../me'
import { newId } from '../new-id'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { focusFirstWrong } from '../ui/first-wrong'
import { Notice } from '../ui/notice'
import { toast } from '../ui/toast'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import { saveWoven } from '../woven-list/save-woven'
import { useWovenList } from '../woven-list/use-woven-list'
import { FoundNotice } from '../woven-list/woven-notices'
import { ConclusionItemFields } from './conclusion-item'
import { readItems, type WrittenItem, writeItem } from './written-items'
import './record-dialogs.css'

interface ConclusionDialogProps {
  session: SessionView
  onClose: () => void
  onChanged: (session: SessionView) => void
}

const newItem = (kind: ConclusionItem['kind'], chosen: readonly Source[] = []): WrittenItem => ({
  id: newId(),
  kind,
  body: chosen
    .map(({ words }) => words)
    .join('\n')
    .slice(0, 4000),
  answer: '',
  responsible: null,
  dueOn: null,
  evidence: '',
  ...(chosen.length > 0 && { from: chosen.map(({ id }) => id) }),
})

export function ConclusionDialog({ session, onClose, onChanged }: ConclusionDialogProps) {
  const { t } = useWords()
  const { person } = useMe()
  const right = useRights(session, person)
  const kept = useMemo(() => session.conclusion.map(writeItem), [session.conclusion])
  const hand = useWovenList(`conclusion.${session.id}`, kept)
  const { items, setItems } = hand
  const list = useRef<HTMLOListElement>(null)
  const [isTried, setTried] = useState(false)
  const [isGathering, setGathering] = useState(false)
  const sources = useSources(session)
  const { isBusy, trouble, setTrouble, send } = useSending()
  const mayConclude = right('conclude') === true
  const may = {
    body: mayConclude,
    answer: session.stage === 'revising' && right('answer') === true,
    task: mayConclude || right('assignTasks') === true,
  }

  const save = async () => {
    setTried(true)
    if (items.some(({ body }) => body.trim() === '')) return setTrouble(t('stageBar.bodyNeeded'))
    const conclusion = readItems(items)
    if (!conclusion) {
      focusFirstWrong(list.current)
      return setTrouble(t('stageBar.dayWrong'))
    }
    await send(async () => {
      const param = { id: session.id }
      const json = { conclusion, seen: readItems(hand.seen) ?? [] }
      await saveWoven({
        sessionId: session.id,
        save: () => call(api.sessions[':id'].conclusion.$put({ param, json })),
        onSession: onChanged,
      })
      hand.forget()
      toast(t('stageBar.saved'), 'green')
      onClose()
    })
  }

  const make = (kind: ConclusionItem['kind'], chosen: readonly Source[]) => {
    setItems([...items, newItem(kind, chosen)])
    setGathering(false)
  }

  return (
    <Dialog
      open
      wide
      busy={isBusy}
      onClose={onClose}
      title={t('stageBar.conclusion')}
      description={t('stageBar.conclusionIntro')}
      actions={
        <DialogActs onClose={onClose} busy={isBusy} onClick={() => void save()}>
          {t('common.save')}
        </DialogActs>
      }
    >
      {isGathering ? (
        <Gather
          sources={sources}
          used={new Set(items.flatMap(({ from = [] }) => from))}
          onMake={make}
          onBack={() => setGathering(false)}
        />
      ) : (
        <>
          <FoundNotice list={hand} />
          {items.length === 0 && <p className="stage-soft">{t('stageBar.conclusionEmpty')}</p>}
          <ol className="conclusion-list" ref={list}>
            {items.map((item, index) => (
              <ConclusionItemFields
                key={item.id}
                item={item}
                number={index + 1}
                may={may}
                sources={sources}
                isTried={isTried}
                onChange={(next) => setItems(items.map((one) => (one.id === next.id ? next : one)))}
                onRemove={() => setItems(items.filter(({ id }) => id !== item.id))}
                others={hand.contested.get(item.id)}
                onSettle={() => hand.settle(item.id)}
              />
            ))}
          </ol>
          {mayConclude && (
            <div className="conclusion-add">
              <Button
                variant={items.length === 0 ? 'primary' : 'plain'}
                onClick={() => setGathering(true)}
              >
                {t('after.gather')}
              </Button>
              <Button onClick={() => setItems([...items, newItem('text')])}>
                {t('stageBar.addText')}
              </Button>
              <Button onClick={() => setItems([...items, newItem('task')])}>
                {t('stageBar.addTask')}
              </Button>
            </div>
          )}
        </>
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}
