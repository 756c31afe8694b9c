// The presenter's desk: how many comments are answered, and the unanswered ones one after the other.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'
import { useWords } from '../words/words'
import type { Anchor } from './comment-draft'
import { Tally } from './tally'
import './desk.css'

interface Desk {
  /** All comments of this paper. */
  readonly threads: readonly ThreadView[]
  /** Called with the comments that were answered just now. */
  readonly answered: (threads: readonly ThreadView[]) => void
  /** The words selected in the text now. */
  readonly selected: () => Anchor | null
}

const DeskContext = createContext<Desk>({
  threads: [],
  answered: () => undefined,
  selected: () => null,
})
export const useDesk = (): Desk => useContext(DeskContext)

interface PresenterDeskProps {
  sessionId: string
  threads: readonly ThreadView[]
  mayAnswer: boolean
  /** Ids in the order of the text. */
  order: () => readonly string[]
  selected: () => Anchor | null
  onFocus: (thread: string) => void
  children: ReactNode
}

/** Unanswered ones as they stand in the text; those without words there come last. */
function waiting(threads: readonly ThreadView[], order: readonly string[]): ThreadView[] {
  const at = new Map(order.map((id, index) => [id, index]))
  const place = ({ id }: ThreadView) => at.get(id) ?? order.length
  return threads
    .filter(({ state }) => state === 'open')
    .sort((a, b) => place(a) - place(b) || a.createdAt.localeCompare(b.createdAt))
}

export function PresenterDesk(props: PresenterDeskProps) {
  const { sessionId, threads, mayAnswer, order, selected, onFocus, children } = props
  const { t } = useWords()
  const [isWalking, setWalking] = useState(false)
  const desk = useMemo(
    () => ({
      threads,
      selected,
      answered: (done: readonly ThreadView[]) => {
        if (!isWalking) return
        const ids = new Set(done.map(({ id }) => id))
        const rest = waiting(
          threads.filter(({ id }) => !ids.has(id)),
          order(),
        )
        const [next] = rest
        if (next) onFocus(next.id)
        else setWalking(false)
        toast(
          next ? t('comments.answeredLeft', { count: rest.length }) : t('comments.allAnswered'),
          'green',
        )
      },
    }),
    [threads, isWalking, order, selected, onFocus, t],
  )
  const begin = () => {
    const [first] = waiting(threads, order())
    if (!first) return
    setWalking(true)
    onFocus(first.id)
  }
  const isWaiting = threads.some(({ state }) => state === 'open')
  return (
    <DeskContext value={desk}>
      <Tally sessionId={sessionId} threads={threads}>
        {mayAnswer && isWaiting && (
          <Button
            variant={isWalking ? 'plain' : 'primary'}
            className="desk-walk"
            aria-pressed={isWalking}
            onClick={() => (isWalking ? setWalking(false) : begin())}
          >
            {t(isWalking ? 'comments.answerWalkEnd' : 'comments.answerWalk')}
          </Button>
        )}
      </Tally>
      {children}
    </DeskContext>
  )
}
