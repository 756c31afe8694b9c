// The one-time set-up: the first secretary names the cell and makes the own account.
import { type FormEvent, useState } from 'react'
import useSWR, { useSWRConfig } from 'swr'
import { useLocation } from 'wouter'
import { api, call, Refused } from '../../api'
import { Gate } from '../../pieces/gate'
import { usePageTitle } from '../../pieces/page-title'
import { suggestedUsername, usernameForm } from '../../pieces/suggested-username'
import { Trouble, useTroubleText } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Field, TextInput } from '../../pieces/ui/field'
import { Notice } from '../../pieces/ui/notice'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { DeadLink } from './dead-link'
import { NewPassword } from './new-password'
import { isGoodChoice } from './password-rule'

const isDead = (error: unknown) =>
  error instanceof Refused && (error.code === 'link-used' || error.code === 'already-set-up')

const empty = { cellName: '', parentName: '', place: '', name: '', username: '' }

export function SetUp({ token }: { token: string }) {
  const { t } = useWords()
  const say = useTroubleText()
  const { mutate } = useSWRConfig()
  const [, go] = useLocation()
  const [form, setForm] = useState(empty)
  const [choice, setChoice] = useState({ password: '', again: '' })
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const {
    data,
    error,
    mutate: again,
  } = useSWR(['setup', token], () => call(api.setup[':token'].$get({ param: { token } })), {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    shouldRetryOnError: false,
  })
  usePageTitle(t('login.setUpTitle'))

  const put = (change: Partial<typeof empty>) => setForm((before) => ({ ...before, ...change }))
  const username = form.username || suggestedUsername(form.name)
  const wrong = {
    cellName: form.cellName.trim() === '' ? t('login.cellNameNeeded') : null,
    name: form.name.trim() === '' ? t('login.nameNeeded') : null,
    username: usernameForm.test(username) ? null : t('login.usernameWrong'),
  }
  const say1 = (field: keyof typeof wrong) => (isChecked ? wrong[field] : null)

  const setUp = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    setTrouble(null)
    if (wrong.cellName || wrong.name || wrong.username || !isGoodChoice(choice)) return
    setBusy(true)
    try {
      const { cellName, parentName, place, name } = form
      const cell = { name: cellName, parentName, place }
      const person = { name, username, password: choice.password }
      await call(api.setup[':token'].$post({ param: { token }, json: { cell, person } }))
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
        <DeadLink kind="setUp" />
      </Gate>
    )
  }
  return (
    <Gate wide>
      {!data && !error && <Waiting />}
      {error && <Trouble error={error} retry={() => void again()} />}
      {data && (
        <>
          <h1 className="login-title">{t('login.setUpTitle')}</h1>
          <p className="login-intro">{t('login.setUpIntro')}</p>
          <form className="login-form" onSubmit={setUp} noValidate>
            <fieldset className="login-part">
              <legend className="login-part-name">{t('login.cellPart')}</legend>
              <Field label={t('login.cellName')} error={say1('cellName')}>
                <TextInput
                  maxLength={200}
                  placeholder={t('login.cellNameExample')}
                  value={form.cellName}
                  onChange={(event) => put({ cellName: event.target.value })}
                />
              </Field>
              <div className="login-pair">
                <Field label={t('login.parentName')}>
                  <TextInput
                    maxLength={200}
                    placeholder={t('login.parentNameExample')}
                    value={form.parentName}
                    onChange={(event) => put({ parentName: event.target.value })}
                  />
                </Field>
                <Field label={t('login.place')} hint={t('login.placeHint')}>
                  <TextInput
                    maxLength={100}
                    value={form.place}
                    onChange={(event) => put({ place: event.target.value })}
                  />
                </Field>
              </div>
            </fieldset>
            <fieldset className="login-part">
              <legend className="login-part-name">{t('login.accountPart')}</legend>
              <div className="login-pair">
                <Field label={t('login.name')} error={say1('name')}>
                  <TextInput
                    autoComplete="name"
                    maxLength={100}
                    value={form.name}
                    onChange={(event) => put({ name: event.target.value })}
                  />
                </Field>
                <Field
                  label={t('login.username')}
                  hint={t('login.usernameHint')}
                  error={say1('username')}
                >
                  <TextInput
                    autoComplete="username"
                    autoCapitalize="none"
                    spellCheck={false}
                    maxLength={40}
                    value={username}
                    onChange={(event) => put({ username: event.target.value })}
                  />
                </Field>
              </div>
              <NewPassword choice={choice} onChange={setChoice} isChecked={isChecked} />
            </fieldset>
            {trouble !== null && (
              <Notice tone="red" role="alert">
                {say(trouble)}
              </Notice>
            )}
            <Button variant="primary" type="submit" busy={isBusy}>
              {t('login.setUp')}
            </Button>
          </form>
        </>
      )}
    </Gate>
  )
}
