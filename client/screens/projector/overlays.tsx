// What lies over the projected text on demand: the QR code, the keys, darkness.
import type { SessionView } from '../../../shared/events'
import { usePeople } from '../../pieces/people-names'
import { Dialog } from '../../pieces/ui/dialog'
import { Field, Select } from '../../pieces/ui/field'
import { Notice } from '../../pieces/ui/notice'
import { useWords } from '../../pieces/words/words'
import { QrCode } from './qr-code'

const isLocal = () => /^(localhost|127\.|\[::1\])/.test(window.location.hostname)

export function QrOverlay({ versionId, onClose }: { versionId: string; onClose: () => void }) {
  const { t } = useWords()
  const address = `${window.location.origin}/versions/${versionId}`
  return (
    <Dialog open onClose={onClose} title={t('projector.qrTitle')}>
      <div className="projector-qr-card">
        <QrCode text={address} label={`${t('projector.qr')}: ${address}`} />
        <p className="projector-address">{address}</p>
        {isLocal() ? (
          <Notice tone="gold">{t('projector.qrLocalhost')}</Notice>
        ) : (
          <p>{t('projector.qrHint')}</p>
        )}
      </div>
    </Dialog>
  )
}

interface HelpOverlayProps {
  session: SessionView
  /** Only the chair hands the projector over. */
  onHandOver: ((username: string | null) => void) | null
  onClose: () => void
}

export function HelpOverlay({ session, onHandOver, onClose }: HelpOverlayProps) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { presenter, minutesTaker, chair } = session.seats
  const takers = [...new Set([presenter, minutesTaker])].filter(
    (one): one is string => one !== null && one !== chair,
  )
  const keys: readonly (readonly [string, string])[] = [
    [`→  PageDown  Enter  ${t('projector.keySpace')}`, t('projector.keyNext')],
    ['←  PageUp', t('projector.keyPrevious')],
    ['Home  End', t('projector.keyEnds')],
    ['↑  ↓', t('projector.keyParagraph')],
    ['Q', t('projector.keyQr')],
    ['B', t('projector.keyBlack')],
    ['F  F5', t('projector.keyFull')],
    ['?  H', t('projector.keyHelp')],
    ['Esc', t('projector.keyLeave')],
  ]
  return (
    <Dialog open onClose={onClose} title={t('projector.keys')}>
      <table className="projector-keys">
        <tbody>
          {keys.map(([pressed, does]) => (
            <tr key={pressed}>
              <th scope="row">
                {pressed.split('  ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {onHandOver && takers.length > 0 && (
        <Field label={t('projector.handOver')}>
          <Select
            value={session.projection?.handedTo ?? ''}
            onChange={(event) => onHandOver(event.target.value || null)}
          >
            <option value="">{t('projector.handOverChair')}</option>
            {takers.map((username) => (
              <option key={username} value={username}>
                {nameOf(username)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </Dialog>
  )
}
