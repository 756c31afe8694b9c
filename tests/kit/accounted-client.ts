// A stock client with the books of our own: which of its words may be called saved, across lost lines.
import * as Y from 'yjs'
import { emptyLedger, keep, type LedgerEvent } from '../../client/pieces/live/saved-state'
import type { StockClient, Visitor } from './visitor'

export class AccountedClient {
  readonly stock: StockClient
  readonly doc = new Y.Doc()
  /** Every word it wrote, in order; each is one change. */
  readonly words: string[] = []
  /** Every change it made, as Yjs told it. */
  readonly changes: Uint8Array[] = []
  /** Refusals heard; after each it went on with the same document, unless `refused` is set. */
  readonly refusals: number[] = []
  refused: ((code: number) => void) | null = null
  /** Resolves after a refusal. */
  readonly refusal: Promise<void>
  readonly #name: string
  #ledger = emptyLedger
  #text: Y.XmlText | null = null

  constructor(visitor: Visitor, documentId: string, name: string) {
    this.#name = name
    // Before the provider's own listener: a change is counted before its frame is.
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this.stock.provider) return
      this.changes.push(update)
      this.#note({ type: 'changed' })
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
    this.refusal = new Promise((resolve) => {
      provider.on(
        'closed' as never,
        (({ code }: { code: number }) => {
          this.refusals.push(code)
          if (this.refused) this.refused(code)
          else provider.connect()
          resolve()
        }) as never,
      )
    })
  }

  /** The words that our saved mark would answer for. */
  get safe(): readonly string[] {
    return this.words.slice(0, this.#ledger.safe)
  }

  /** The changes that it would answer for. */
  get safeChanges(): readonly Uint8Array[] {
    return this.changes.slice(0, this.#ledger.safe)
  }

  write(): void {
    const word = `[${this.#name}.${this.words.length}]`
    this.words.push(word)
    this.doc.transact(() => {
      this.#text ??= this.stock.write('')
      this.#text.insert(this.#text.length, word)
    })
  }

  /** Resolves when every change may be called saved. */
  async allSafe(): Promise<void> {
    while (this.#ledger.safe < this.changes.length) await this.#news()
  }

  #news = () =>
    new Promise<void>((resolve) => {
      this.#waiting.push(resolve)
    })

  /** Resolves on the next line to the server, when all there is went over it and is on disk. */
  async settleAfresh(): Promise<void> {
    const before = this.#lines
    while (this.#lines === before) await this.#news()
    await this.stock.synced()
    await this.stock.allSaved()
  }
  #lines = 0
  #waiting: (() => void)[] = []

  #note(event: LedgerEvent): void {
    this.#ledger = keep(this.#ledger, event)
    for (const wake of this.#waiting.splice(0)) wake()
  }

  leave(): void {
    this.stock.leave()
  }
}
