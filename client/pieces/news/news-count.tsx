// How many comments hold something unread, beside the way to them.
import { useWords } from '../words/words'
import { useNews } from './use-news'
import './news.css'

const mostShown = 99

export function NewsCount() {
  const { t } = useWords()
  const { papers = [] } = useNews()
  const count = papers.reduce((sum, { threads }) => sum + threads.length, 0)
  if (count === 0) return null
  return (
    <span className="news-count">
      <span aria-hidden="true">{count > mostShown ? `${mostShown}+` : count}</span>
      <span className="visually-hidden"> ({t('news.count', { count })})</span>
    </span>
  )
}
