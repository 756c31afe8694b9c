// The address of the version as a QR code, over the whole picture, for the phones in the room.
import { isLocalPage, useAddresses } from '../../pieces/addresses'
import { QrCode } from '../../pieces/qr-code'
import { useWords } from '../../pieces/words/words'

export function QrPanel({ versionId }: { versionId: string }) {
  const { t } = useWords()
  const { addresses } = useAddresses()
  // A phone cannot open what only this machine knows itself by.
  const reachable = isLocalPage() ? addresses?.reachable[0] : window.location.origin
  const address = `${reachable ?? window.location.origin}/versions/${versionId}`
  return (
    <section className="projector-qr-panel" aria-label={t('projector.qr')}>
      <h1>{t('projector.qrTitle')}</h1>
      <QrCode text={address} label={`${t('projector.qr')}: ${address}`} />
      <p className="projector-address">{address}</p>
      <p>{t(reachable ? 'projector.qrHint' : 'projector.qrLocalhost')}</p>
    </section>
  )
}
