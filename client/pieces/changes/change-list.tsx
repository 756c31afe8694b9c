// The changes between two texts, side by side or in one text, with the keys that go through them.
import { Fragment, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Change } from '../../../shared/changes/changes'
import type { ThreadView } from '../../../shared/records/thread'
import { Button } from '../ui/button'
import { useWords } from '../words/words'
import { AnsweredHere, threadsOf } from './answered-here'
import { Blocks } from './change-block'
import './changes.css'

export type Layout = 'sides' | 'inline'

const isChanged = ({ kind }: Change) => kind !== 'same'

/** Changes as they stand, and what stands between them unchanged as one. */
type Piece = { readonly at: number; readonly changes: readonly Change[]; readonly isSame: boolean }

function piecesOf(changes: readonly Change[]): Piece[] {
  const pieces: { at: number; changes: Change[]; isSame: boolean }[] = []
  for (const [at, change] of changes.entries()) {
    const isSame = !isChanged(change)
    const last = pieces.at(-1)
    if (isSame && last?.isSame) last.changes.push(change)
    else pieces.push({ at, changes: [change], isSame })
  }
  return pieces
}

/** Which change one is at, and the ways on: F7 and Shift+F7, as Word has them for its spelling. */
export function useWalk(changes: readonly Change[]) {
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<number | null>(null)
  const stops = useMemo(
    () => changes.flatMap((change, i) => (isChanged(change) ? [i] : [])),
    [changes],
  )
  const goTo = useCallback((index: number) => {
    setAt(index)
    const row = list.current?.querySelector<HTMLElement>(`[data-change="${index}"]`)
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    row?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
    row?.focus({ preventScroll: true })
  }, [])
  const go = useCallback(
    (step: 1 | -1) => {
      const known = at === null ? -1 : stops.indexOf(at)
      const first = step === 1 ? 0 : stops.length - 1
      const next = at === null ? first : (known + step + stops.length) % stops.length
      const index = stops[next]
      if (index !== undefined) goTo(index)
    },
    [at, stops, goTo],
  )
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'F7' || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      go(event.shiftKey ? -1 : 1)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [go])
  return { list, at, stops, go, goTo }
}
export type Walk = ReturnType<typeof useWalk>

const kindWords = {
  same: 'changes.kindSame',
  inserted: 'changes.kindInserted',
  deleted: 'changes.kindDeleted',
  edited: 'changes.kindEdited',
  movedHere: 'changes.kindMovedHere',
  movedAway: 'changes.kindMovedAway',
} as const
const signs = {
  same: '',
  inserted: '+',
  deleted: '−',
  edited: '≠',
  movedHere: '⇄',
  movedAway: '⇄',
}
const formWords = {
  type: 'changes.formType',
  level: 'changes.formLevel',
  align: 'changes.formAlign',
  part: 'changes.formPart',
  list: 'changes.formList',
  depth: 'changes.formDepth',
  other: 'changes.formOther',
} as const

interface ListProps {
  changes: readonly Change[]
  layout: Layout
  onlyChanges: boolean
  threads: readonly ThreadView[]
  walk: Walk
  /** What stands above the two columns. */
  names: readonly [a: string, b: string] | null
}

export function ChangeList(props: ListProps) {
  const { changes, layout, onlyChanges, threads, walk, names } = props
  const { t } = useWords()
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const pieces = useMemo(() => piecesOf(changes), [changes])
  const answered = useMemo(
    () => new Map(changes.map((change) => [change, threadsOf(change, threads)])),
    [changes, threads],
  )
  const hasThreads = [...answered.values()].some((some) => some.length > 0)
  const otherEnd = (change: Change) =>
    changes.findIndex((one) => one !== change && one.move !== null && one.move === change.move)
  return (
    <div
      ref={walk.list}
      className={`changes is-${layout} ${hasThreads ? 'has-threads' : ''}`}
      lang="vi"
    >
      {layout === 'sides' && names && (
        <div className="change change-names" aria-hidden="true">
          <span>{names[0]}</span>
          <span>{names[1]}</span>
        </div>
      )}
      {pieces.map((piece) => {
        if (piece.isSame && onlyChanges && !opened.has(piece.at)) {
          return (
            <button
              key={piece.at}
              type="button"
              className="change-fold"
              onClick={() => setOpened(new Set([...opened, piece.at]))}
            >
              {t('changes.showUnchanged', { n: piece.changes.length })}
            </button>
          )
        }
        return (
          <Fragment key={piece.at}>
            {piece.changes.map((change, i) => (
              <Row
                // biome-ignore lint/suspicious/noArrayIndexKey: changes have no name but their place
                key={i}
                index={piece.at + i}
                change={change}
                layout={layout}
                isCurrent={walk.at === piece.at + i}
                threads={answered.get(change) ?? []}
                onOther={change.move === null ? undefined : () => walk.goTo(otherEnd(change))}
              />
            ))}
          </Fragment>
        )
      })}
    </div>
  )
}

interface RowProps {
  index: number
  change: Change
  layout: Layout
  isCurrent: boolean
  threads: readonly ThreadView[]
  onOther: (() => void) | undefined
}

function Row({ index, change, layout, isCurrent, threads, onOther }: RowProps) {
  const { t } = useWords()
  const { kind, a, b } = change
  const isSame = kind === 'same'
  const label = isSame ? undefined : t(kindWords[kind])
  return (
    <section
      className={`change is-${kind} ${isCurrent ? 'is-current' : ''}`}
      data-change={isSame ? undefined : index}
      tabIndex={isSame ? undefined : -1}
      aria-label={label}
    >
      {!isSame && (
        <p className="change-head">
          <span className="change-sign" aria-hidden="true">
            {signs[kind]}
          </span>
          <span>{label}</span>
          {b.length > 1 && <span>{t('changes.parted', { n: b.length })}</span>}
          {a.length > 1 && <span>{t('changes.joined', { n: a.length })}</span>}
          {change.forms.map((form) => (
            <span key={form}>{t(formWords[form])}</span>
          ))}
          {onOther && (
            <Button variant="quiet" className="change-other" onClick={onOther}>
              {t('changes.goToMoved')}
            </Button>
          )}
        </p>
      )}
      {layout === 'inline' ? (
        <div className="change-text">
          <Blocks change={change} shown="both" />
        </div>
      ) : (
        <>
          <div className="change-text is-a">
            {kind !== 'movedHere' && <Blocks change={change} shown="a" />}
          </div>
          <div className="change-text is-b">
            <Blocks change={change} shown="b" />
          </div>
        </>
      )}
      <AnsweredHere threads={threads} />
    </section>
  )
}
