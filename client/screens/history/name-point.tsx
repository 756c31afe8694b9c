// Gives the present moment a name.
import { type FormEvent, useState } from 'react'
import { api, call } from '../../api'
import { Button } from '../../pieces/ui/button'
import { Field, TextInput } from '../../pieces/ui/field'
import { Held } from '../../pieces/ui/held'
import { Notice } from '../../pieces/ui/notice'
import { toast } from '../../pieces/ui/toast'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

export function NamePoint({ documentId, onNamed }: { documentId: string; onNamed: () => void }) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const { isBusy, trouble, send } = useSending()
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const given = name.trim()
    if (given === '') return
    void send(async () => {
      await call(
        api.documents[':id'].points.$post({ param: { id: documentId }, json: { name: given } }),
      )
      toast(t('changes.pointKept', { name: given }), 'green')
      setName('')
      onNamed()
    })
  }
  return (
    <form className="history-name" onSubmit={keep}>
      <h2>{t('changes.namePoint')}</h2>
      <Held value={isBusy}>
        <Field label={t('changes.nameLabel')} hint={t('changes.nameHint')}>
          <TextInput
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      </Held>
      <Button type="submit" busy={isBusy}>
        {t('changes.nameNow')}
      </Button>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </form>
  )
}
