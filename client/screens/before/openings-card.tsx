// How many have opened each paper, and who has not yet: to remind them, nothing else.
import useSWR from 'swr'
import { api, call } from '../../api'
import { usePeople } from '../../pieces/people-names'
import { Trouble } from '../../pieces/trouble'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'

const refreshMs = 20_000

export function OpeningsCard({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { data, error, mutate } = useSWR(
    ['openings', sessionId],
    () => call(api.sessions[':id'].openings.$get({ param: { id: sessionId } })),
    { refreshInterval: refreshMs, keepPreviousData: true },
  )
  // What is to be read now comes first.
  const papers = [...(data?.papers ?? [])].reverse()
  return (
    <section className="room-card" aria-labelledby="before-openings">
      <header className="room-card-head">
        <h2 id="before-openings">{t('before.openings')}</h2>
      </header>
      <p className="room-soft">{t('before.openingsHint')}</p>
      {!data && (error ? <Trouble error={error} retry={() => void mutate()} /> : <Waiting />)}
      {data && papers.length === 0 && <p className="before-none">{t('before.openingsNone')}</p>}
      <ul className="before-openings">
        {papers.map(({ id, paper, number, opened, called, notYet }, index) => (
          <li key={id}>
            <p className="before-opening-head">
              <b>
                {paper === 'version'
                  ? t('editor.version', { n: number ?? '' })
                  : t(`paper.${paper}`)}
              </b>
              <span className="before-count">{t('before.openingsCount', { opened, called })}</span>
            </p>
            <span className="before-bar" aria-hidden="true">
              <span style={{ width: `${called === 0 ? 0 : (opened / called) * 100}%` }} />
            </span>
            {notYet.length === 0 ? (
              <p className="room-soft">{t('before.openingsAll')}</p>
            ) : (
              <details open={index === 0}>
                <summary className="room-soft">
                  {t('before.openingsNotYet', { names: notYet.length })}
                </summary>
                <p>{notYet.map(nameOf).join(', ')}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
