// The templates of the cell's papers: which ones it has made its own, and the way to each.
import { holds } from '../../../shared/rights'
import { templateKinds } from '../../../shared/templates/kinds'
import { MainBar } from '../../pieces/main-bar'
import { useMe } from '../../pieces/me'
import { usePageTitle } from '../../pieces/page-title'
import { usePeople } from '../../pieces/people-names'
import { Trouble } from '../../pieces/trouble'
import { Badge } from '../../pieces/ui/badge'
import { LinkButton } from '../../pieces/ui/link-button'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { useTemplates } from './use-templates'
import { UsualForm } from './usual-form'
import './templates.css'

export function Templates() {
  const { t, dateTime } = useWords()
  const { person } = useMe()
  const { nameOf } = usePeople()
  const { own, error, refresh } = useTemplates()
  usePageTitle(t('templates.title'))
  const mayKeep = holds('keepTemplates', { posts: person.posts, seats: [] })
  return (
    <>
      <MainBar here="templates" />
      <main id="main" className="templates" tabIndex={-1}>
        <header className="templates-head">
          <h1 className="templates-title">{t('templates.title')}</h1>
          <p className="templates-soft">{t('templates.intro')}</p>
        </header>
        {!own && !error && <Waiting />}
        {!own && error ? <Trouble error={error} retry={() => void refresh()} /> : null}
        {own && (
          <ul className="templates-list" aria-label={t('templates.title')}>
            {templateKinds.map((kind) => {
              const one = own.get(kind)
              const name = t(`templateKind.${kind}`)
              const what = mayKeep ? 'edit' : 'view'
              return (
                <li key={kind} className="templates-row">
                  <span className="templates-name">{name}</span>
                  <span className="templates-state">
                    {one ? (
                      <>
                        <Badge tone="gold">{t('templates.own')}</Badge>
                        <span className="templates-soft">
                          {t('templates.ownBy', {
                            name: nameOf(one.changedBy),
                            at: dateTime(one.changedAt),
                          })}
                        </span>
                      </>
                    ) : (
                      <span className="templates-soft">{t('templates.original')}</span>
                    )}
                  </span>
                  <LinkButton
                    href={`/templates/${kind}`}
                    aria-label={t(`templates.${what}Named`, { name })}
                  >
                    {t(`templates.${what}`)}
                  </LinkButton>
                </li>
              )
            })}
          </ul>
        )}
        {mayKeep && <UsualForm />}
      </main>
    </>
  )
}
