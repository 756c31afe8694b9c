// A guest's own link: who invites to what, and the way in once the papers are there.
import useSWR from 'swr'
import { api, call, Refused } from '../../api'
import { Gate } from '../../pieces/gate'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Notice } from '../../pieces/ui/notice'
import { Waiting } from '../../pieces/ui/waiting'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

/** The papers may be frozen while the page stands open. */
const lookAgainMs = 60_000
const isDead = (error: unknown) => error instanceof Refused && error.code === 'link-used'

/** Who this browser is signed in as; nobody is no trouble here. */
const whoIsHere = () =>
  call(api.me.$get())
    .then(({ person }) => person)
    .catch(() => null)

export function GuestLink({ token }: { token: string }) {
  const { t, dateTime, date } = useWords()
  const { isBusy, trouble, send } = useSending()
  const link = api['guest-links'][':token']
  const { data, error, mutate } = useSWR(
    ['guest-link', token],
    () => call(link.$get({ param: { token } })),
    { refreshInterval: lookAgainMs, shouldRetryOnError: false },
  )
  const { data: here } = useSWR('who-is-here', whoIsHere, { revalidateOnFocus: false })
  usePageTitle(data?.topic)
  // Never by itself: programs that look at links they are sent must not enter.
  const enter = () =>
    send(async () => {
      const { sessionId, versionId } = await call(link.$post({ param: { token } }))
      // A fresh page: nothing of who was here stays in memory, and the link stays out of the history.
      const to = versionId === null ? `/sessions/${sessionId}/room` : `/versions/${versionId}`
      window.location.replace(to)
    })

  if (isDead(error)) {
    return (
      <Gate>
        <div className="login-dead">
          <h1 className="login-title">{t('before.linkDead')}</h1>
          <p>{t('before.linkDeadHint')}</p>
        </div>
      </Gate>
    )
  }
  return (
    <Gate>
      {!data && !error && <Waiting />}
      {!data && error && <Trouble error={error} retry={() => void mutate()} />}
      {data && (
        <div className="login-guest">
          <h1 className="login-title">{t('before.linkHello', { name: data.name })}</h1>
          <p>{t('before.linkInvites', { cell: data.cell })}</p>
          <p className="login-guest-topic">{data.topic}</p>
          <p className="login-intro">
            {[dateTime(data.meetingAt), data.place].filter(Boolean).join(' · ')}
          </p>
          {data.isOpen ? (
            <>
              {here && here.name !== data.name && (
                <Notice tone="gold">{t('before.linkOther', { name: here.name })}</Notice>
              )}
              <Button variant="primary" busy={isBusy} onClick={() => void enter()}>
                {t('before.linkEnter')}
              </Button>
            </>
          ) : (
            <Notice tone="blue">{t('before.linkNotYet', { at: date(data.papersAt) })}</Notice>
          )}
          {trouble && (
            <Notice tone="red" role="alert">
              {trouble}
            </Notice>
          )}
          <p className="login-intro">{t('before.linkKeep')}</p>
        </div>
      )}
    </Gate>
  )
}
