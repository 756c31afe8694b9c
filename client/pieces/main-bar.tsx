// The top bar of the plan, the people's list and the templates: where one is, and who one is.
import { Link } from 'wouter'
import { holds } from '../../shared/rights'
import { AccountMenu } from './account-menu'
import { useMe } from './me'
import { NewsCount } from './news/news-count'
import { TopBar } from './ui/top-bar'
import { useWords } from './words/words'
import './main-bar.css'

const places = [
  { id: 'plan', href: '/', words: 'plan.nav' },
  { id: 'tasks', href: '/tasks', words: 'after.tasks' },
  { id: 'people', href: '/people', words: 'people.nav' },
  { id: 'templates', href: '/templates', words: 'templates.nav' },
] as const

export function MainBar({ here }: { here: (typeof places)[number]['id'] }) {
  const { t } = useWords()
  const { person } = useMe()
  // A guest has no business with the list of people; names of those at the table are enough.
  const isOpen = {
    plan: true,
    tasks: holds('readPapers', { posts: person.posts, seats: [] }),
    people: person.posts.length > 0,
    templates: holds('readPapers', { posts: person.posts, seats: [] }),
  }
  const open = places.filter(({ id }) => isOpen[id])
  return (
    <>
      <a className="main-bar-skip" href="#main">
        {t('common.skipToContent')}
      </a>
      <TopBar
        left={
          <>
            <Link href="/" className="main-bar-brand">
              {t('common.app')}
            </Link>
            <nav className="main-bar-nav" aria-label={t('plan.navLabel')}>
              {open.map(({ id, href, words }) => (
                <Link key={id} href={href} aria-current={id === here ? 'page' : undefined}>
                  {t(words)}
                  {id === 'plan' && <NewsCount />}
                </Link>
              ))}
            </nav>
          </>
        }
        right={<AccountMenu full />}
      />
    </>
  )
}
