// Invites a person: name, username, posts; the answer is a single-use link.
import { type FormEvent, useId, useState } from 'react'
import type { PublicPerson } from '../../../shared/records/person'
import type { Post } from '../../../shared/roles'
import { api, call } from '../../api'
import { DialogActs } from '../../pieces/dialog-acts'
import { suggestedUsername, usernameForm } from '../../pieces/suggested-username'
import { useTroubleText } from '../../pieces/trouble'
import { Dialog } from '../../pieces/ui/dialog'
import { Field, TextInput } from '../../pieces/ui/field'
import { Notice } from '../../pieces/ui/notice'
import { useWords } from '../../pieces/words/words'
import type { NewLink } from './link-result'
import { PostChoices } from './post-choices'

interface InviteFormProps {
  people: readonly PublicPerson[]
  onInvited: (link: NewLink) => void
  onClose: () => void
}

export function InviteForm({ people, onInvited, onClose }: InviteFormProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const formId = useId()
  const [name, setName] = useState('')
  /** Null while the suggestion is followed. */
  const [ownUsername, setOwnUsername] = useState<string | null>(null)
  const [posts, setPosts] = useState<Post[]>(['member'])
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const taken = people.map((person) => person.username)
  const username = ownUsername ?? suggestedUsername(name, taken)
  const wrong = {
    name: name.trim() === '' ? t('login.nameNeeded') : null,
    username: !usernameForm.test(username)
      ? t('login.usernameWrong')
      : taken.includes(username)
        ? t('refusal.username-taken')
        : null,
  }

  const invite = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    setTrouble(null)
    if (wrong.name || wrong.username) return
    setBusy(true)
    try {
      const json = { name: name.trim().normalize('NFC'), username, posts }
      const { person, link } = await call(api.people.$post({ json }))
      onInvited({ person, path: link })
    } catch (error) {
      setTrouble(error)
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      busy={isBusy}
      onClose={onClose}
      title={t('people.inviteTitle')}
      description={t('people.inviteIntro')}
      actions={
        <DialogActs onClose={onClose} type="submit" form={formId} busy={isBusy}>
          {t('people.makeInvitation')}
        </DialogActs>
      }
    >
      <form id={formId} className="people-form" onSubmit={invite} noValidate>
        <Field label={t('people.name')} error={isChecked ? wrong.name : null}>
          <TextInput
            autoComplete="off"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field
          label={t('people.username')}
          hint={t('people.usernameHint')}
          error={isChecked ? wrong.username : null}
        >
          <TextInput
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            value={username}
            onChange={(event) => setOwnUsername(event.target.value.toLowerCase())}
          />
        </Field>
        <PostChoices chosen={posts} onChange={setPosts} />
        {trouble !== null && (
          <Notice tone="red" role="alert">
            {say(trouble)}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
