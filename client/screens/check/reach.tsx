// What a phone shows that has opened the QR code of a check: it came through, and was counted.
import { useEffect, useState } from 'react'
import { api, call, Refused } from '../../api'
import { Gate } from '../../pieces/gate'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { LinkButton } from '../../pieces/ui/link-button'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'

const key = 'banthao.phone'

/** One phone counts once, however often it opens the code. */
function phoneId(): string {
  const known = sessionStorage.getItem(key)
  const id = known ?? Math.random().toString(36).slice(2, 14)
  sessionStorage.setItem(key, id)
  return id
}

export function Reach({ token }: { token: string }) {
  const { t } = useWords()
  const [error, setError] = useState<unknown>(null)
  const [isThrough, setThrough] = useState(false)
  const [attempt, setAttempt] = useState(0)
  usePageTitle(t('before.check'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is made when asked for
  useEffect(() => {
    const said = api.reach[':token'].$post({ param: { token }, json: { phone: phoneId() } })
    call(said).then(() => setThrough(true), setError)
  }, [token, attempt])
  const isOver = error instanceof Refused && error.code === 'link-used'
  return (
    <Gate>
      {(isThrough || isOver) && (
        <div className="login-guest">
          <h1 className="login-title">{t(isOver ? 'before.reachOver' : 'before.reachTitle')}</h1>
          <p>{t(isOver ? 'before.reachOverHint' : 'before.reachThanks')}</p>
          <LinkButton href="/">{t('before.reachRead')}</LinkButton>
        </div>
      )}
      {!isThrough && !isOver && error !== null && (
        <Trouble error={error} retry={() => setAttempt(attempt + 1)} />
      )}
      {!isThrough && error === null && <Waiting />}
    </Gate>
  )
}
