// Whether phones come through: a QR code with an address they can open, and how many did.
import { useState } from 'react'
import { api, call } from '../../api'
import { isLocalPage, useAddresses } from '../../pieces/addresses'
import { useKept } from '../../pieces/live/kept'
import { useLine } from '../../pieces/live/session-live'
import { QrCode } from '../../pieces/qr-code'
import { Trouble } from '../../pieces/trouble'
import { Field, Select } from '../../pieces/ui/field'
import { Notice } from '../../pieces/ui/notice'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'

export function PhonesCard({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { addresses } = useAddresses()
  const { data, error, change, again } = useKept(
    ['check', sessionId],
    () => call(api.sessions[':id'].check.$post({ param: { id: sessionId } })),
    { revalidateOnFocus: false },
  )
  const [chosen, setChosen] = useState<string | null>(null)
  useLine(
    sessionId,
    (event) => {
      if (event.type !== 'reached') return
      const { phones } = event
      change((known) => ({ ...known, phones }))
    },
    // The count stands in the server's memory: after a restart it begins anew.
    again,
  )
  const origin = chosen ?? addresses?.reachable[0]
  const phones = data?.phones ?? 0
  return (
    <section className="room-card" aria-labelledby="check-phones">
      <header className="room-card-head">
        <h2 id="check-phones">{t('before.checkPhones')}</h2>
      </header>
      {error !== undefined && <Trouble error={error} retry={() => void again()} />}
      {(!addresses || !data) && !error && <Waiting />}
      {addresses && addresses.reachable.length === 0 && (
        <Notice tone="gold">{t('before.checkNoAddress')}</Notice>
      )}
      {addresses && origin && data && (
        <>
          {isLocalPage() && (
            <Notice tone="gold">
              <p>{t('before.checkLocal')}</p>
              <p>
                <a href={`${origin}/sessions/${sessionId}/check`}>
                  {t('before.checkOpenThere', { address: origin })}
                </a>
              </p>
            </Notice>
          )}
          <div className="check-phones">
            <div className="check-qr">
              <QrCode
                text={`${origin}/reach/${data.token}`}
                label={`${t('projector.qr')}: ${origin}`}
              />
            </div>
            <div>
              <p>{t('before.checkQr')}</p>
              <p className={phones > 0 ? 'check-count is-good' : 'check-count'} role="status">
                {phones > 0
                  ? t('before.checkReached', { count: phones })
                  : t('before.checkReachedNone')}
              </p>
              {addresses.reachable.length > 1 ? (
                <Field label={t('before.checkAddress')}>
                  <Select value={origin} onChange={(event) => setChosen(event.target.value)}>
                    {addresses.reachable.map((one) => (
                      <option key={one} value={one}>
                        {one}
                      </option>
                    ))}
                  </Select>
                </Field>
              ) : (
                <p className="check-address">{origin}</p>
              )}
            </div>
          </div>
        </>
      )}
    </section>
  )
}
