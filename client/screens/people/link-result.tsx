// A new single-use link, and a message fit to be pasted into Zalo.
import type { PublicPerson } from '../../../shared/records/person'
import { CopyWords } from '../../pieces/copy-words'
import { useMe } from '../../pieces/me'
import { Button } from '../../pieces/ui/button'
import { Dialog } from '../../pieces/ui/dialog'
import { useWords } from '../../pieces/words/words'

export interface NewLink {
  readonly person: PublicPerson
  /** A path of this server. */
  readonly path: string
}

export function LinkResult({
  link: { person, path },
  onClose,
}: {
  link: NewLink
  onClose: () => void
}) {
  const { t } = useWords()
  const { cell } = useMe()
  const link = window.location.origin + path
  const { name, username } = person
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.linkTitle', { name })}
      description={t('people.linkIntro')}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('people.done')}
        </Button>
      }
    >
      <CopyWords label={t('people.link')} copyLabel={t('people.copyLink')} words={link} rows={2} />
      <CopyWords
        label={t('people.message')}
        copyLabel={t('people.copyMessage')}
        words={t('people.messageText', { name, username, link, cell: cell.name })}
        rows={8}
      />
    </Dialog>
  )
}
