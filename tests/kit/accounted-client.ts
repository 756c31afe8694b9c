// A stock client with the books of our own: which of its words may be called saved, across lost lines.
import * as Y from 'yjs'
import { emptyLedger, keep, type LedgerEvent } from '../../client/pieces/live/saved-state'
import type { StockClient, Visitor } from './visitor'

export class AccountedClient {
  readonly stock: StockClient
  readonly doc = new Y.Doc()
  /** Every word it wrote, in order; each is one change. */
  readonly words: string[] = []
  /** Refusals heard; after each it went on with the same document. */
  refusals: number[] = []
  readonly #name: string
  #ledger = emptyLedger
  #text: Y.XmlText | null = null

  constructor(visitor: Visitor, documentId: string, name: string) {
    this.#name = name
    // Before the provider's own listener: a change is counted before its frame is.
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.stock?.provider) this.#note({ type: 'changed' })
    })
    this.stock = visitor.open(documentId, this.doc)
    this.stock.noted = (event) => this.#note(event)
    const { provider } = this.stock
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return
      this.#lines += 1
      this.#note({ type: 'opened' })
    })
    provider.on('connection-close', () => this.#note({ type: 'closed' }))
    provider.on(
      'closed' as never,
      (({ code }: { code: number }) => {
        this.refusals.push(code)
        provider.connect()
      }) as never,
    )
  }

  /** The words that our saved mark would answer for. */
  get safe(): readonly string[] {
    return this.words.slice(0, this.#ledger.safe)
  }

  write(padding = 0): void {
    const word = `[${this.#name}.${this.words.length}${'.'.repeat(padding)}]`
    this.words.push(word)
    this.doc.transact(() => {
      this.#text ??= this.stock.write('')
      this.#text.insert(this.#text.length, word)
    })
  }

  /** Resolves on the next line to the server, when all there is went over it and is on disk. */
  async settleAfresh(): Promise<void> {
    const before = this.#lines
    while (this.#lines === before) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    await this.stock.synced()
    await this.stock.allSaved()
  }
  #lines = 0
  #wake: () => void = () => undefined

  #note(event: LedgerEvent): void {
    this.#ledger = keep(this.#ledger, event)
    this.#wake()
  }

  leave(): void {
    this.stock.leave()
  }
}
