// Changes a person's name and, for those who may, their posts.
import { type FormEvent, useId, useState } from 'react'
import type { PublicPerson } from '../../../shared/records/person'
import { api, call } from '../../api'
import { DialogActs } from '../../pieces/dialog-acts'
import { useTroubleText } from '../../pieces/trouble'
import { Dialog } from '../../pieces/ui/dialog'
import { Field, TextInput } from '../../pieces/ui/field'
import { Notice } from '../../pieces/ui/notice'
import { toast } from '../../pieces/ui/toast'
import { useWords } from '../../pieces/words/words'
import { PostChoices } from './post-choices'

interface EditFormProps {
  person: PublicPerson
  mayManagePosts: boolean
  onDone: () => void
  onClose: () => void
}

export function EditForm({ person, mayManagePosts, onDone, onClose }: EditFormProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const formId = useId()
  const [name, setName] = useState(person.name)
  const [posts, setPosts] = useState(person.posts)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const lacksName = name.trim() === ''

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTrouble(null)
    if (lacksName) return
    setBusy(true)
    try {
      const json = { name: name.trim().normalize('NFC'), ...(mayManagePosts && { posts }) }
      await call(api.people[':username'].$patch({ param: { username: person.username }, json }))
      toast(t('people.saved'), 'green')
      onDone()
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
      title={t('people.editTitle', { name: person.name })}
      actions={
        <DialogActs onClose={onClose} type="submit" form={formId} busy={isBusy}>
          {t('common.save')}
        </DialogActs>
      }
    >
      <form id={formId} className="people-form" onSubmit={save} noValidate>
        <Field label={t('people.name')} error={lacksName ? t('login.nameNeeded') : null}>
          <TextInput
            autoComplete="off"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {mayManagePosts && <PostChoices chosen={posts} onChange={setPosts} />}
        {trouble !== null && (
          <Notice tone="red" role="alert">
            {say(trouble)}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
