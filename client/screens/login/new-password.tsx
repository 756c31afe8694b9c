// Choosing a password: twice, with the letters shown on wish, and what is wrong with it.
import { useState } from 'react'
import { Checkbox, Field, TextInput } from '../../pieces/ui/field'
import { useWords } from '../../pieces/words/words'
import { minimumLength } from './password-rule'

export interface PasswordChoice {
  readonly password: string
  readonly again: string
}

interface NewPasswordProps {
  choice: PasswordChoice
  onChange: (choice: PasswordChoice) => void
  /** After a first try to send. */
  isChecked: boolean
}

export function NewPassword({ choice, onChange, isChecked }: NewPasswordProps) {
  const { t } = useWords()
  const [isShown, setShown] = useState(false)
  const type = isShown ? 'text' : 'password'
  const isShort = [...choice.password].length < minimumLength
  const differs = choice.password !== choice.again
  return (
    <>
      <Field
        label={t('login.newPassword')}
        hint={t('login.newPasswordHint', { count: minimumLength })}
        error={isChecked && isShort ? t('login.passwordShort', { count: minimumLength }) : null}
      >
        <TextInput
          type={type}
          autoComplete="new-password"
          autoCapitalize="none"
          spellCheck={false}
          value={choice.password}
          onChange={(event) => onChange({ ...choice, password: event.target.value })}
        />
      </Field>
      <Field
        label={t('login.newPasswordAgain')}
        error={isChecked && !isShort && differs ? t('login.passwordsDiffer') : null}
      >
        <TextInput
          type={type}
          autoComplete="new-password"
          autoCapitalize="none"
          spellCheck={false}
          value={choice.again}
          onChange={(event) => onChange({ ...choice, again: event.target.value })}
        />
      </Field>
      <Checkbox
        label={t('login.showPassword')}
        checked={isShown}
        onChange={(event) => setShown(event.target.checked)}
      />
    </>
  )
}
