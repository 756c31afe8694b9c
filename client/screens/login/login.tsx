// Signing in.
import { type FormEvent, useRef, useState } from 'react'
import { useSWRConfig } from 'swr'
import { useLocation, useSearch } from 'wouter'
import { api, call } from '../../api'
import { Gate } from '../../pieces/gate'
import { usePageTitle } from '../../pieces/page-title'
import { useTroubleText } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Checkbox, Field, TextInput } from '../../pieces/ui/field'
import { Notice } from '../../pieces/ui/notice'
import { useWords } from '../../pieces/words/words'
import { wayOn } from './way-on'

type Missing = 'username' | 'password' | null

export function Login() {
  const { t } = useWords()
  const say = useTroubleText()
  const { mutate } = useSWRConfig()
  const [, go] = useLocation()
  const search = useSearch()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [missing, setMissing] = useState<Missing>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const usernameInput = useRef<HTMLInputElement>(null)
  const passwordInput = useRef<HTMLInputElement>(null)
  usePageTitle(t('login.title'))

  const signIn = async (event: FormEvent) => {
    event.preventDefault()
    setTrouble(null)
    const lacks = username.trim() === '' ? 'username' : password === '' ? 'password' : null
    setMissing(lacks)
    if (lacks) return (lacks === 'username' ? usernameInput : passwordInput).current?.focus()
    setBusy(true)
    try {
      await call(api.login.$post({ json: { username: username.trim(), password } }))
      await mutate('me')
      go(wayOn(search), { replace: true })
    } catch (error) {
      setTrouble(error)
      setBusy(false)
      passwordInput.current?.select()
    }
  }

  return (
    <Gate>
      <h1 className="login-title">{t('login.title')}</h1>
      <form className="login-form" onSubmit={signIn} noValidate>
        {trouble !== null && (
          <Notice tone="red" role="alert">
            {say(trouble)}
          </Notice>
        )}
        <Field
          label={t('login.username')}
          error={missing === 'username' ? t('login.usernameNeeded') : null}
        >
          <TextInput
            ref={usernameInput}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            autoFocus
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </Field>
        <Field
          label={t('login.password')}
          error={missing === 'password' ? t('login.passwordNeeded') : null}
        >
          <TextInput
            ref={passwordInput}
            name="password"
            type={isShown ? 'text' : 'password'}
            autoComplete="current-password"
            autoCapitalize="none"
            spellCheck={false}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Checkbox
          label={t('login.showPassword')}
          checked={isShown}
          onChange={(event) => setShown(event.target.checked)}
        />
        <Button variant="primary" type="submit" busy={isBusy}>
          {t('login.signIn')}
        </Button>
      </form>
      <p className="login-forgot">{t('login.forgot')}</p>
    </Gate>
  )
}
