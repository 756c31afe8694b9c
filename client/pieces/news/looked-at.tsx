// Notices that the comments of a paper were in sight, and says so; stands inside their panel.
import { useEffect, useRef, useState } from 'react'
import useSWR from 'swr'
import type { ThreadView } from '../../../shared/records/thread'
import { api } from '../../api'
import { onLive } from '../live/session-live'
import { askNews, useNews } from './use-news'
import { addUnread, forgetUnread } from './use-unread'

/** In sight for so long, comments count as looked at; for so long, when one then leaves. */
const lookedMs = 4000
const glancedMs = 1000
/** Many events in a row are one question. */
const gatherMs = 1500

interface LookedAtProps {
  /** The live paper's id, or the version's. */
  documentId: string
  sessionId: string
}

/** The time of the newest thing on the screen: what comes later was not looked at. */
function newest(threads: readonly ThreadView[]): string {
  const times = threads.flatMap(({ createdAt, editedAt, replies, answers }) => [
    createdAt,
    editedAt ?? '',
    ...replies.map(({ at }) => at),
    ...answers.map(({ at }) => at),
  ])
  return times.reduce((latest, at) => (at > latest ? at : latest), '')
}

/** Fires for every change of whether the element is on the screen of a tab that is seen. */
function watchSight(element: HTMLElement, tell: (isInSight: boolean) => void): () => void {
  let isOnScreen = false
  const say = () => tell(isOnScreen && document.visibilityState === 'visible')
  const observer = new IntersectionObserver((entries) => {
    isOnScreen = entries.at(-1)?.isIntersecting ?? false
    say()
  })
  observer.observe(element)
  document.addEventListener('visibilitychange', say)
  return () => {
    observer.disconnect()
    document.removeEventListener('visibilitychange', say)
  }
}

/** Told of the last look even when the page goes away with it; a lost one is only looked again. */
const send = (documentId: string, at: string) =>
  api.documents[':id'].looked
    .$put({ param: { id: documentId }, json: { at } }, { init: { keepalive: true } })
    .catch(() => null)

/** Keeps the marks of what is new while the paper is open; true as soon as they are known. */
function useMarks({ documentId, sessionId }: LookedAtProps): boolean {
  const { papers, refresh } = useNews()
  const [isKnown, setKnown] = useState(false)
  // What the page remembers may be older than the last look: asked anew before anything is marked.
  useEffect(() => {
    let isOpen = true
    askNews()
      .then(() => isOpen && setKnown(true))
      // Unreachable: nothing is marked, and nothing counts as seen.
      .catch(() => null)
    return () => {
      isOpen = false
      forgetUnread(documentId)
    }
  }, [documentId])
  useEffect(() => {
    if (!isKnown) return
    const here = papers?.find((paper) => paper.documentId === documentId)
    if (here) addUnread(documentId, here.threads)
  }, [isKnown, papers, documentId])
  useEffect(() => {
    let timer = 0
    const soon = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(refresh, gatherMs)
    }
    const leave = onLive(sessionId, ({ type }) => type === 'thread' && soon(), soon)
    return () => {
      window.clearTimeout(timer)
      leave()
    }
  }, [sessionId, refresh])
  return isKnown
}

/** Its parent is the panel that has to be in sight. */
export function LookedAt({ documentId, sessionId }: LookedAtProps) {
  const place = useRef<HTMLSpanElement>(null)
  const isKnown = useMarks({ documentId, sessionId })
  const { papers, refresh } = useNews()
  const { data } = useSWR<{ threads: ThreadView[] }>(['threads', documentId], null)
  const at = data ? newest(data.threads) : ''
  const isNews = isKnown && (papers?.some((paper) => paper.documentId === documentId) ?? false)
  useEffect(() => {
    const panel = place.current?.parentElement
    if (!panel || !isNews || at === '') return
    let timer = 0
    let since: number | null = null
    let isSaid = false
    const looked = () => {
      window.clearTimeout(timer)
      if (isSaid) return
      isSaid = true
      void send(documentId, at).then(refresh)
    }
    const left = () => {
      window.clearTimeout(timer)
      if (since !== null && performance.now() - since >= glancedMs) looked()
      since = null
    }
    const stop = watchSight(panel, (isInSight) => {
      if (!isInSight) return left()
      since ??= performance.now()
      window.clearTimeout(timer)
      timer = window.setTimeout(looked, lookedMs)
    })
    window.addEventListener('pagehide', left)
    return () => {
      stop()
      window.removeEventListener('pagehide', left)
      left()
    }
  }, [documentId, isNews, at, refresh])
  return <span ref={place} hidden />
}
