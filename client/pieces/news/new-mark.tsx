// "New" on a comment that holds something unread.
import { useWords } from '../words/words'
import { useIsNew } from './use-unread'
import './news.css'

export function NewMark({ thread }: { thread: string }) {
  const { t } = useWords()
  return useIsNew(thread) && <span className="news-mark">{t('news.isNew')}</span>
}
