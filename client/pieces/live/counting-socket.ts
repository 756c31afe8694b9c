// A WebSocket that reports the writing frames it sends; the provider makes one a connection.
import { isWritingFrame, syncType } from '../../../shared/protocol'

export function countingSocket(sent: (isStep2: boolean) => void): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && isWritingFrame(data)) sent(data[1] === syncType.step2)
      super.send(data)
    }
  }
}
