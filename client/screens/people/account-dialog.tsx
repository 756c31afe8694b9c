// Asks before an account is locked, unlocked or given a new link, and does it.
import { useState } from 'react'
import type { PublicPerson } from '../../../shared/records/person'
import { api, call } from '../../api'
import { DialogActs } from '../../pieces/dialog-acts'
import { useTroubleText } from '../../pieces/trouble'
import { Dialog } from '../../pieces/ui/dialog'
import { Notice } from '../../pieces/ui/notice'
import { toast } from '../../pieces/ui/toast'
import { useWords } from '../../pieces/words/words'
import type { NewLink } from './link-result'

interface AccountDialogProps {
  act: 'renew' | 'lock' | 'unlock'
  person: PublicPerson
  onLink: (link: NewLink) => void
  onDone: () => void
  onClose: () => void
}

export function AccountDialog({ act, person, onLink, onDone, onClose }: AccountDialogProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const { name, username } = person
  const param = { username }

  const go = async () => {
    setTrouble(null)
    setBusy(true)
    try {
      if (act === 'renew') {
        const { link } = await call(api.people[':username'].link.$post({ param }))
        return onLink({ person, path: link })
      }
      const disabled = act === 'lock'
      await call(api.people[':username'].$patch({ param, json: { disabled } }))
      toast(t(disabled ? 'people.lockedNow' : 'people.unlockedNow', { name }), 'green')
      onDone()
    } catch (error) {
      setTrouble(error)
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`people.${act}Title`, { name })}
      description={t(`people.${act}Body`)}
      actions={
        <DialogActs
          onClose={onClose}
          variant={act === 'lock' ? 'danger' : 'primary'}
          busy={isBusy}
          onClick={() => void go()}
        >
          {t(`people.${act}`)}
        </DialogActs>
      }
    >
      {trouble !== null && (
        <Notice tone="red" role="alert">
          {say(trouble)}
        </Notice>
      )}
    </Dialog>
  )
}
