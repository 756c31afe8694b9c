// The address of the version as a QR code, over the whole picture, for the phones in the room.
import { useWords } from '../../pieces/words/words'
import { QrCode } from './qr-code'

const isLocal = () => /^(localhost|127\.|\[::1\])/.test(window.location.hostname)

export function QrPanel({ versionId }: { versionId: string }) {
  const { t } = useWords()
  const address = `${window.location.origin}/versions/${versionId}`
  return (
    <section className="projector-qr-panel" aria-label={t('projector.qr')}>
      <h1>{t('projector.qrTitle')}</h1>
      <QrCode text={address} label={`${t('projector.qr')}: ${address}`} />
      <p className="projector-address">{address}</p>
      <p>{t(isLocal() ? 'projector.qrLocalhost' : 'projector.qrHint')}</p>
    </section>
  )
}
