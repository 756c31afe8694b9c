// Beside the plan: what others did at the papers since one last looked at them.
import { useState } from 'react'
import { Link } from 'wouter'
import type { News, PaperNews } from '../../../shared/records/look'
import { MentionText } from '../../pieces/comments/mention-text'
import { useMe } from '../../pieces/me'
import { useNews } from '../../pieces/news/use-news'
import { usePeople } from '../../pieces/people-names'
import { Button } from '../../pieces/ui/button'
import { useWords } from '../../pieces/words/words'
import { agoSaying } from './due'
import { gathered, hrefOf } from './news-lines'
import './plan-cards.css'

const shownPapers = 3
const shownItems = 3

export function NewsCard({ now }: { now: number }) {
  const { t } = useWords()
  const { papers = [] } = useNews()
  const [isWhole, setWhole] = useState(false)
  if (papers.length === 0) return null
  const count = papers.reduce((sum, { threads }) => sum + threads.length, 0)
  const hasMore =
    papers.length > shownPapers || papers.some(({ items }) => gathered(items).length > shownItems)
  return (
    <section className="plan-card plan-news" aria-labelledby="plan-news">
      <h2 id="plan-news" className="plan-card-title">
        {t('news.title')}
        <span className="plan-card-count">{count}</span>
      </h2>
      {(isWhole ? papers : papers.slice(0, shownPapers)).map((paper) => (
        <OnePaper key={paper.documentId} paper={paper} now={now} isWhole={isWhole} />
      ))}
      {hasMore && (
        <Button variant="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('news.fewer') : t('news.all')}
        </Button>
      )}
    </section>
  )
}

interface OnePaperProps {
  paper: PaperNews
  now: number
  isWhole: boolean
}

function OnePaper({ paper, now, isWhole }: OnePaperProps) {
  const { t } = useWords()
  const lines = gathered(paper.items)
  const name =
    paper.paper === 'version'
      ? t('news.version', { number: paper.version ?? '' })
      : t(`paper.${paper.paper}`)
  return (
    <>
      <h3 className="plan-news-paper" title={paper.topic}>
        {t('news.inPaper', { paper: name, number: paper.number })}
      </h3>
      <ul className="plan-happened">
        {(isWhole ? lines : lines.slice(0, shownItems)).map(({ item, by }) => (
          <li key={`${item.kind} ${item.thread} ${item.at} ${item.by}`}>
            <Link href={hrefOf(paper, item.thread)} className="plan-news-link">
              <Happened item={item} by={by} />
            </Link>
            <p className="plan-news-words">
              <MentionText text={item.words} />
            </p>
            {item.kind !== 'agreement' && <When at={item.at} now={now} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function When({ at, now }: { at: string; now: number }) {
  const { t, dateTime } = useWords()
  const ago = agoSaying(at, now)
  return <p className="plan-soft plan-news-when">{ago ? t(ago.key, ago.values) : dateTime(at)}</p>
}

function Happened({ item, by }: { item: News; by: readonly string[] }) {
  const { t } = useWords()
  const { person } = useMe()
  const { nameOf } = usePeople()
  const { kind, author, verdict } = item
  const isMine = author === person.username
  const values = {
    name: by.map(nameOf).join(', '),
    author: nameOf(author),
    verdict: verdict ? t(`verdict.${verdict}`).toLocaleLowerCase('vi') : '',
  }
  if (kind === 'answer') return t(isMine ? 'news.answerMine' : 'news.answer', values)
  if (kind === 'reply') return t(isMine ? 'news.replyMine' : 'news.reply', values)
  return t(`news.${kind}`, values)
}
