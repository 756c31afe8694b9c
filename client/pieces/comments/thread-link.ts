// The address of one comment: the page on which it stands, with `?thread=`.
import { useEffect, useRef } from 'react'
import { useSearch } from 'wouter'
import type { ThreadView } from '../../../shared/records/thread'
import { api, call, Refused } from '../../api'
import { toast } from '../ui/toast'
import { useWords } from '../words/words'

const name = 'thread'

export const linkOfThread = (thread: string, { origin, pathname } = window.location): string =>
  `${origin}${pathname}?${new URLSearchParams({ [name]: thread })}`

export const threadInLink = (search: string): string | null =>
  new URLSearchParams(search).get(name) || null

/** Lists leave withdrawn comments out; asked for by its id, the record is there. */
async function isWithdrawn(id: string): Promise<boolean> {
  try {
    await call(api.threads[':id'].passage.$get({ param: { id } }))
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    console.warn('not known whether the comment was withdrawn', error)
    return false
  }
}

/** Takes the comment that the address names in hand, once it is known; says so when it cannot be. */
export function useLinkedThread(
  threads: readonly ThreadView[] | undefined,
  onFocus: (thread: string) => void,
): void {
  const { t } = useWords()
  const wanted = threadInLink(useSearch())
  const taken = useRef<string | null>(null)
  useEffect(() => {
    if (!wanted || !threads || taken.current === wanted) return
    taken.current = wanted
    const thread = threads.find(({ id }) => id === wanted)
    if (!thread) {
      void isWithdrawn(wanted).then((isKnown) =>
        toast(t(isKnown ? 'comments.linkWithdrawn' : 'comments.linkUnknown'), 'gold'),
      )
      return
    }
    if (thread.state === 'withdrawn') return toast(t('comments.linkWithdrawn'), 'gold')
    if (thread.detached) toast(t('comments.linkDetached'), 'gold')
    else if (thread.state === 'answered') toast(t('comments.linkAnswered'))
    onFocus(thread.id)
  }, [wanted, threads, onFocus, t])
}
