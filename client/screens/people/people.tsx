// The people of the cell: who they are, whether they have joined, and their accounts.
import { useState } from 'react'
import useSWR, { useSWRConfig } from 'swr'
import type { PublicPerson } from '../../../shared/records/person'
import { canKeepAccount, holds } from '../../../shared/rights'
import { posts } from '../../../shared/roles'
import { api, call } from '../../api'
import { MainBar } from '../../pieces/main-bar'
import { useMe } from '../../pieces/me'
import { byGivenName } from '../../pieces/name-order'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Icon } from '../../pieces/ui/icon'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { AccountDialog } from './account-dialog'
import { EditForm } from './edit-form'
import { InviteForm } from './invite-form'
import { LinkResult, type NewLink } from './link-result'
import { type PersonAct, PersonRow } from './person-row'
import './people.css'

type Doing =
  | { what: 'invite' }
  | { what: 'link'; link: NewLink }
  | { what: PersonAct; person: PublicPerson }

const rank = (person: PublicPerson) => {
  const first = posts.findIndex((post) => person.posts.includes(post))
  return first === -1 ? posts.length : first
}
/** By the highest post, then as a list of names is read aloud. */
const inOrder = (one: PublicPerson, other: PublicPerson) =>
  rank(one) - rank(other) || byGivenName(one, other)

export function People() {
  const { t } = useWords()
  const { person: me, cell } = useMe()
  const { data, error, mutate } = useSWR('people', () => call(api.people.$get()))
  const { mutate: mutateAny } = useSWRConfig()
  const [doing, setDoing] = useState<Doing | null>(null)
  usePageTitle(t('people.title'))
  const who = { posts: me.posts, seats: [] }
  const mayManagePosts = holds('managePeople', who)
  // Guests with a link for one session have no account to keep.
  const people = data?.people.filter(({ isLinkGuest }) => !isLinkGuest).sort(inOrder)
  const waiting = people?.filter(({ active, disabled }) => !active && !disabled).length ?? 0
  const close = () => setDoing(null)
  const done = () => {
    close()
    void mutate()
    // It may have been one's own name or posts.
    void mutateAny('me')
  }
  const showLink = (link: NewLink) => {
    setDoing({ what: 'link', link })
    void mutate()
  }
  return (
    <>
      <MainBar here="people" />
      <main id="main" className="people" tabIndex={-1}>
        <header className="people-head">
          <div>
            <h1 className="people-title">{t('people.title')}</h1>
            <p className="people-facts">
              {[
                cell.name,
                people && t('people.count', { count: people.length }),
                waiting > 0 && t('people.waitingCount', { count: waiting }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          {mayManagePosts && people && (
            <Button variant="primary" onClick={() => setDoing({ what: 'invite' })}>
              <Icon name="plus" size={18} />
              {t('people.invite')}
            </Button>
          )}
        </header>
        {!people && !error && <Waiting />}
        {!people && error && <Trouble error={error} retry={() => void mutate()} />}
        {people && (
          <ul className="people-list" aria-label={t('people.title')}>
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isMe={person.id === me.id}
                mayManagePosts={mayManagePosts}
                may={(what) => canKeepAccount(what, me.posts, person.posts)}
                onAct={(what) => setDoing({ what, person })}
              />
            ))}
          </ul>
        )}
        {people?.length === 1 && mayManagePosts && (
          <p className="people-alone">{t('people.nobodyElse')}</p>
        )}
      </main>
      {doing?.what === 'invite' && people && (
        <InviteForm people={people} onInvited={showLink} onClose={close} />
      )}
      {doing?.what === 'link' && <LinkResult link={doing.link} onClose={close} />}
      {doing?.what === 'edit' && (
        <EditForm
          person={doing.person}
          mayManagePosts={mayManagePosts}
          onDone={done}
          onClose={close}
        />
      )}
      {(doing?.what === 'renew' || doing?.what === 'lock' || doing?.what === 'unlock') && (
        <AccountDialog
          act={doing.what}
          person={doing.person}
          onLink={showLink}
          onDone={done}
          onClose={close}
        />
      )}
    </>
  )
}
