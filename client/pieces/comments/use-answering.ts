// Sends an answer; when the words have changed since the comment, asks what stands there now.
import { useState } from 'react'
import type { Thread, ThreadView } from '../../../shared/records/thread'
import { api, call, Refused } from '../../api'
import { useTroubleText } from '../trouble'
import { toast } from '../ui/toast'
import { useWords } from '../words/words'
import { useDesk } from './desk'
import { keep } from './kept-text'

export interface AnswerWish {
  readonly verdict: Thread['answers'][number]['verdict']
  readonly reason: string
  readonly wording?: string
  readonly apply?: boolean
  readonly replaces?: string
}

interface Answering {
  readonly thread: ThreadView
  readonly sessionId: string
  readonly onThread: (thread: ThreadView) => void
}

/** The text stands in the way, not the answer: it can be recorded without touching the text. */
const aboutText: ReadonlySet<string> = new Set(['across-paragraphs', 'not-now', 'frozen'])

export function useAnswering({ thread, sessionId, onThread }: Answering) {
  const { t } = useWords()
  const say = useTroubleText()
  const { answered } = useDesk()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<{ text: string; isAboutText: boolean } | null>(null)
  /** The words as they stand now, where they are not the quoted ones. */
  const [standing, setStanding] = useState<{ words: string | null } | null>(null)
  const param = { id: thread.id }

  const readPassage = async () =>
    (await call<{ words: string | null }>(api.threads[':id'].passage.$get({ param }))).words

  const answerOthers = async (wish: AnswerWish, ids: readonly string[]) => {
    if (ids.length === 0) return []
    const { apply: _a, replaces: _r, ...shared } = wish
    const json = { ...shared, threads: [...ids] }
    const { threads } = await call<{ threads: ThreadView[] }>(
      api.sessions[':id'].answers.$post({ param: { id: sessionId }, json }),
    )
    return threads
  }

  const send = async (wish: AnswerWish, together: readonly string[]) => {
    if (isBusy) return
    if (wish.verdict !== 'accepted' && wish.reason === '') {
      return setTrouble({ text: t('comments.reasonNeeded'), isAboutText: false })
    }
    setBusy(true)
    setTrouble(null)
    setStanding(null)
    try {
      const own = await call<ThreadView>(api.threads[':id'].answer.$post({ param, json: wish }))
      for (const name of ['reason', 'wording']) keep(`${name}.${thread.id}`, null)
      // This one is answered, whatever becomes of the others.
      const others = await answerOthers(wish, together).catch((error) => {
        toast(say(error), 'red')
        return []
      })
      for (const one of [own, ...others]) onThread(one)
      answered([own, ...others])
    } catch (error) {
      const code = error instanceof Refused ? error.code : null
      if (code === 'words-changed' || code === 'words-gone') {
        setStanding({ words: await readPassage().catch(() => null) })
      } else setTrouble({ text: say(error), isAboutText: code !== null && aboutText.has(code) })
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, trouble, standing, send, readPassage }
}
