// For a comment whose words are gone: a way to place it at words selected in the text.
import { useState } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import type { Anchor } from './comment-draft'

interface PlaceAnewProps {
  thread: ThreadView
  /** The words selected in the text now. */
  selected: () => Anchor | null
  onThread: (thread: ThreadView) => void
}

export function PlaceAnew({ thread, selected, onThread }: PlaceAnewProps) {
  const { t } = useWords()
  const [isDone, setDone] = useState(false)
  const { isBusy, trouble, setTrouble, send } = useSending()
  const place = () => {
    const anchor = selected()
    if (!anchor?.from || !anchor.to) return setTrouble(t('comments.nothingSelected'))
    const { from, to, quote } = anchor
    void send(async () => {
      onThread(
        await call<ThreadView>(
          api.threads[':id'].place.$put({ param: { id: thread.id }, json: { from, to, quote } }),
        ),
      )
      setDone(true)
    })
  }
  if (isDone) return null
  return (
    <div className="comment-buttons">
      <Button
        busy={isBusy}
        title={t('comments.placeAnewHint')}
        // The words stay selected while the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={place}
      >
        {t('comments.placeAnew')}
      </Button>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </div>
  )
}
