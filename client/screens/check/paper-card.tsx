// If everything fails: the paper as a file on the projector's own machine.
import type { SessionView } from '../../../shared/events'
import { api } from '../../api'
import { saveFile } from '../../pieces/save-file'
import { Button } from '../../pieces/ui/button'
import { Icon } from '../../pieces/ui/icon'
import { Notice } from '../../pieces/ui/notice'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

export function PaperCard({ version }: { version: SessionView['versions'][number] | undefined }) {
  const { t } = useWords()
  const { isBusy, trouble, send } = useSending()
  const save = (id: string) =>
    send(async () => {
      await saveFile(api.versions[':id'].pdf.$get({ param: { id }, query: {} }))
    })
  return (
    <section className="room-card" aria-labelledby="check-paper">
      <header className="room-card-head">
        <h2 id="check-paper">{t('before.checkPaper')}</h2>
      </header>
      {version ? (
        <>
          <p className="room-soft">{t('before.checkPdfHint')}</p>
          <Button className="check-pdf" busy={isBusy} onClick={() => void save(version.id)}>
            <Icon name="import" size={18} /> {t('before.checkPdf', { number: version.number })}
          </Button>
        </>
      ) : (
        <p className="room-soft">{t('before.checkNoVersion')}</p>
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </section>
  )
}
