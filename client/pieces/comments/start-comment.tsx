// Above the cards: how to begin a comment, one left unsent, or why none can be made now.
import { useState } from 'react'
import { Button } from '../ui/button'
import { useWords } from '../words/words'
import { type DraftInHand, hasWords } from './comment-draft'
import type { Gate } from './gate'
import { GateNotice } from './gate-notice'

interface StartCommentProps {
  gate: Gate
  inHand: DraftInHand
  onStart: () => void
  onExtend?: (() => void) | null
}

export function StartComment({ gate, inHand, onStart, onExtend = null }: StartCommentProps) {
  const { t } = useWords()
  const [asks, setAsks] = useState(false)
  const { draft, change, clear } = inHand
  const isKept = !draft.isOpen && hasWords(draft)
  return (
    <div className="comment-start">
      {isKept && (
        <div className="comment-kept">
          <span className="comment-kept-words">
            <strong>{t('comments.kept')}:</strong> {draft.body}
          </span>
          {asks ? (
            <>
              <span>{t('comments.discardAsk')}</span>
              <Button
                variant="danger"
                onClick={() => {
                  clear()
                  setAsks(false)
                }}
              >
                {t('comments.discard')}
              </Button>
              <Button onClick={() => setAsks(false)}>{t('common.cancel')}</Button>
            </>
          ) : (
            <>
              <Button onClick={() => change({ isOpen: true })}>{t('comments.resume')}</Button>
              <Button variant="quiet" onClick={() => setAsks(true)}>
                {t('comments.discard')}
              </Button>
            </>
          )}
        </div>
      )}
      {gate.isOpen
        ? !draft.isOpen &&
          !isKept && (
            <div className="comment-begin">
              <span className="comment-small">{t('comments.emptyHint')}</span>
              <Button
                variant="quiet"
                // The words stay selected while the button is pressed.
                onMouseDown={(event) => event.preventDefault()}
                onClick={onStart}
              >
                {t('comments.startWhole')}
              </Button>
            </div>
          )
        : !draft.isOpen && <GateNotice gate={gate} onExtend={onExtend} />}
    </div>
  )
}
