// A WebSocket that reports the writing frames it sends, and sends none for a reader; the provider makes one a connection.
import { isWritingFrame, syncType } from '../../../shared/protocol'

export function paperSocket(mayWrite: boolean, sent: (isStep2: boolean) => void): typeof WebSocket {
  return class PaperSocket extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && isWritingFrame(data)) {
        // The binding mends by itself what two writers left: a table without rows. Theirs do so too.
        if (!mayWrite) return
        sent(data[1] === syncType.step2)
      }
      super.send(data)
    }
  }
}
