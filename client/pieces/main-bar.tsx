// The top bar of the plan and of the people's list: where one is, and who one is.
import { Link } from 'wouter'
import { AccountMenu } from './account-menu'
import { useMe } from './me'
import { NewsCount } from './news/news-count'
import { TopBar } from './ui/top-bar'
import { useWords } from './words/words'
import './main-bar.css'

const places = [
  { id: 'plan', href: '/', words: 'plan.nav' },
  { id: 'people', href: '/people', words: 'people.nav' },
] as const

export function MainBar({ here }: { here: (typeof places)[number]['id'] }) {
  const { t } = useWords()
  const { person } = useMe()
  // A guest has no business with the list of people; names of those at the table are enough.
  const open = places.filter(({ id }) => id !== 'people' || person.posts.length > 0)
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
