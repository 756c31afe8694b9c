// Who I am here: name and posts, the language, the way out.
import { useState } from 'react'
import { languages } from '../../shared/i18n/table'
import { api, call } from '../api'
import { later } from './later'
import { useMe } from './me'
import { useTroubleText } from './trouble'
import { Avatar } from './ui/avatar'
import { Button } from './ui/button'
import { Dialog } from './ui/dialog'
import { Icon } from './ui/icon'
import { Menu } from './ui/menu'
import { toast } from './ui/toast'
import { languageNames } from './words/language-switch'
import { useWords } from './words/words'
import './account-menu.css'

/** What this browser keeps of papers; not needed before one leaves. */
const localCopies = later(() => import('./live/local-copies'))

/** `full` shows the name beside the avatar where there is room. */
export function AccountMenu({ full = false }: { full?: boolean }) {
  const { t, language, setLanguage } = useWords()
  const { person, cell } = useMe()
  const say = useTroubleText()
  const [isWarned, setWarned] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const posts = person.posts.map((post) => t(`post.${post}`)).join(', ') || t('login.guest')

  const signOut = async () => {
    setBusy(true)
    try {
      const { forgetLocalCopies } = await localCopies()
      await call(api.logout.$post())
      await forgetLocalCopies(person.id)
      // A fresh page: nothing of this person stays in memory for the next one.
      window.location.assign('/login')
    } catch (error) {
      toast(say(error), 'red')
      setBusy(false)
    }
  }
  const leave = async () => {
    const copies = await localCopies().catch((error: unknown) => toast(say(error), 'red'))
    if (copies?.hasUnsentWork(person.id)) setWarned(true)
    else if (copies) await signOut()
  }

  return (
    <>
      <Menu
        label={t('login.account')}
        trigger={
          <button
            type="button"
            className="account-menu"
            aria-label={`${t('login.account')}: ${person.name}`}
          >
            <Avatar name={person.name} id={person.id} size={30} decorative />
            {full && (
              <span className="account-menu-words">
                {person.name} <span className="account-menu-posts">· {posts}</span>
              </span>
            )}
            <Icon name="chevron-down" size={16} />
          </button>
        }
        head={
          <div className="account-menu-head">
            <b>{person.name}</b>
            <span>{posts}</span>
            <span>{cell.name}</span>
          </div>
        }
        items={[
          ...languages.map((one) => ({
            label: t(languageNames[one]),
            checked: one === language,
            onSelect: () => setLanguage(one),
          })),
          { label: t('common.signOut'), onSelect: () => void leave() },
        ]}
      />
      <Dialog
        open={isWarned}
        onClose={() => setWarned(false)}
        title={t('login.unsentTitle')}
        description={t('login.unsentBody')}
        actions={
          <>
            <Button variant="danger" busy={isBusy} onClick={() => void signOut()}>
              {t('login.signOutAnyway')}
            </Button>
            <Button variant="primary" onClick={() => setWarned(false)}>
              {t('login.stay')}
            </Button>
          </>
        }
      />
    </>
  )
}
