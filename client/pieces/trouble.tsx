// What went wrong, in the reader's words, with a way to try again.
import { Refused, Unreachable } from '../api'
import { Barred, type BarredCode } from './barred'
import { NotCome } from './later'
import { missingWords } from './missing-words'
import { Button } from './ui/button'
import { Notice } from './ui/notice'
import { useWords } from './words/words'

/** The sentence for an error of `call`. */
export function useTroubleText(): (error: unknown) => string {
  const { t } = useWords()
  return (error) => {
    if (error instanceof Refused) {
      const said = t(`refusal.${error.code}`)
      const { missing } = error.more
      return missing ? `${said} ${missingWords(missing, t)}` : said
    }
    if (error instanceof NotCome) return t('common.partNotCome')
    return error instanceof Unreachable ? t('common.offline') : t('common.unexpected')
  }
}

const barred: readonly string[] = ['not-found', 'not-yours'] satisfies BarredCode[]

export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useWords()
  const say = useTroubleText()
  if (error instanceof Refused && barred.includes(error.code)) {
    return <Barred code={error.code as BarredCode} />
  }
  return (
    <Notice tone="red">
      <p>{say(error)}</p>
      {retry && <Button onClick={retry}>{t('common.retry')}</Button>}
    </Notice>
  )
}
