// Taking up an invitation: greeted by name, one chooses a password.
import { type FormEvent, useState } from 'react'
import useSWR, { useSWRConfig } from 'swr'
import { useLocation } from 'wouter'
import { api, call, Refused } from '../../api'
import { Gate } from '../../pieces/gate'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble, useTroubleText } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Notice } from '../../pieces/ui/notice'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { DeadLink } from './dead-link'
import { NewPassword } from './new-password'
import { isGoodChoice } from './password-rule'

const isDead = (error: unknown) => error instanceof Refused && error.code === 'link-used'

export function Join({ token }: { token: string }) {
  const { t } = useWords()
  const say = useTroubleText()
  const { mutate } = useSWRConfig()
  const [, go] = useLocation()
  const [choice, setChoice] = useState({ password: '', again: '' })
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  // Asked once: while the form stands open, a use of the link must not take it away.
  const {
    data,
    error,
    mutate: again,
  } = useSWR(
    ['invitation', token],
    () => call(api.invitations[':token'].$get({ param: { token } })),
    { revalidateOnFocus: false, revalidateOnReconnect: false, shouldRetryOnError: false },
  )
  usePageTitle(data?.cell.name)

  const join = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    setTrouble(null)
    if (!isGoodChoice(choice)) return
    setBusy(true)
    try {
      const json = { password: choice.password }
      await call(api.invitations[':token'].$post({ param: { token }, json }))
      await mutate('me')
      go('/', { replace: true })
    } catch (refused) {
      setTrouble(refused)
      setBusy(false)
    }
  }

  if (isDead(error) || isDead(trouble)) {
    return (
      <Gate>
        <DeadLink kind="join" />
      </Gate>
    )
  }
  return (
    <Gate>
      {!data && !error && <Waiting />}
      {error && <Trouble error={error} retry={() => void again()} />}
      {data && (
        <>
          <h1 className="login-title">{t('login.joinTitle', { name: data.person.name })}</h1>
          <p className="login-intro">{t('login.joinIntro', { cell: data.cell.name })}</p>
          <form className="login-form" onSubmit={join} noValidate>
            <p className="login-username">
              <span>{t('login.yourUsername')}</span>
              <b translate="no">{data.person.username}</b>
              <small>{t('login.rememberUsername')}</small>
            </p>
            {/* Password managers keep the pair. */}
            <input
              type="hidden"
              name="username"
              autoComplete="username"
              value={data.person.username}
            />
            <NewPassword choice={choice} onChange={setChoice} isChecked={isChecked} />
            {trouble !== null && (
              <Notice tone="red" role="alert">
                {say(trouble)}
              </Notice>
            )}
            <Button variant="primary" type="submit" busy={isBusy}>
              {t('login.join')}
            </Button>
          </form>
        </>
      )}
    </Gate>
  )
}
