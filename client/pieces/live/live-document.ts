// One paper over one provider: the Y.Doc, the wire to the server, the copy in this browser.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { IndexeddbPersistence } from 'y-indexeddb'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { flatten } from '../../../shared/document/anchor'
import { clearNothing } from '../../../shared/document/clear-nothing'
import {
  messageType,
  rootName,
  schemaParameter,
  schemaVersion,
  syncType,
} from '../../../shared/protocol'
import { type RefusalCode, refusals } from '../../../shared/refusals'
import { backoffMs } from './backoff'
import { HeldFrames } from './held-frames'
import { watchKept } from './kept-copy'
import { clearMarks, databaseName, markUnsent, unsentMarks } from './local-copies'
import { paperSocket } from './paper-socket'
import {
  emptyLedger,
  isKept,
  keep,
  type LedgerEvent,
  pendingOf,
  type SavedState,
  savedState,
} from './saved-state'
import { stateFrames } from './state-pieces'

/** A browser whose database hangs or is forbidden goes on without a copy. */
const copyWithinMs = 2000
const disposeAfterMs = 2000

/** Shown beside the caret; the server writes the same into every state it passes on. */
export interface PresentUser {
  readonly name: string
  readonly username: string
  readonly color: string
}

export interface LiveDocumentOptions {
  readonly documentId: string
  readonly personId: string
  readonly user: PresentUser
  readonly mayWrite: boolean
  /** Rises with every freeze: work of an earlier epoch must not enter a later one. */
  readonly epoch: number
  readonly changed: () => void
  readonly refused: (code: RefusalCode) => void
  /** Asked before a lost connection is tried again while changes wait; false calls it off. */
  readonly mayReconnect: () => Promise<boolean>
}

export class LiveDocument {
  readonly doc = new Y.Doc()
  readonly fragment = this.doc.getXmlFragment(rootName)
  readonly provider: WebsocketProvider
  readonly held: HeldFrames
  readonly mayWrite: boolean
  readonly #options: LiveDocumentOptions
  readonly #copy: IndexeddbPersistence | null
  readonly #askKept: (() => void) | null
  #ledger = emptyLedger
  #hasFailed = false
  #hasContent = false
  /** Left by earlier windows; what they stand for is in the copy that is read after this. */
  #found: ReadonlyMap<string, string> = new Map()
  #marked = 0
  #isClosed = false
  #attempt = 0
  #retry: number | undefined

  constructor(options: LiveDocumentOptions) {
    const { documentId, personId, mayWrite, user } = options
    this.#options = options
    this.mayWrite = mayWrite
    if (mayWrite) this.#found = unsentMarks(personId, documentId)
    if (this.#found.size > 0) this.#ledger = keep(this.#ledger, { type: 'changed' })
    clearNothing(this.doc)
    // Before the provider's own listener: a change is counted before its frame is.
    if (mayWrite) this.doc.on('update', (_: Uint8Array, origin: unknown) => this.#updated(origin))
    this.provider = new WebsocketProvider(
      `${window.location.origin.replace(/^http/, 'ws')}/sync`,
      encodeURIComponent(documentId),
      this.doc,
      {
        connect: false,
        disableBc: true,
        params: { [schemaParameter]: String(schemaVersion) },
        WebSocketPolyfill: paperSocket(mayWrite, (isStep2) =>
          this.#note({ type: 'sent', isStep2 }),
        ),
      },
    )
    this.provider.awareness.setLocalStateField('user', user)
    this.held = new HeldFrames((frames) =>
      Y.transact(
        this.doc,
        () => {
          for (const apply of frames) apply()
        },
        this.provider,
        false,
      ),
    )
    this.#listen()
    // A reader keeps no copy: nothing of a paper stays behind once reading ends.
    this.#copy = mayWrite
      ? new IndexeddbPersistence(databaseName(personId, documentId), this.doc)
      : null
    const taken = (changes: number) => this.#note({ type: 'kept', changes })
    this.#askKept = this.#copy && watchKept(this.#copy, () => this.#ledger.changes, taken)
    window.addEventListener('online', this.#now)
    window.addEventListener('beforeunload', this.#leaving)
    void this.#start()
  }

  get awareness() {
    return this.provider.awareness
  }
  /** There is something to show: the server's state, or this browser's copy of it. */
  get isReady(): boolean {
    return this.provider.synced || this.#hasContent
  }
  /** What is written is kept in this browser too. */
  get hasCopy(): boolean {
    return Boolean(this.#copy?.db)
  }
  get pending(): number {
    return pendingOf(this.#ledger)
  }
  get saved(): SavedState {
    return savedState(this.#ledger, {
      mayWrite: this.mayWrite,
      isSynced: this.provider.synced,
      hasFailed: this.#hasFailed,
    })
  }
  /** The paper's words, blocks parted by newlines. */
  get text(): string {
    return flatten(this.fragment).text
  }

  /** Leaves the wire and closes the browser's copy; the text stays readable in memory. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    window.clearTimeout(this.#retry)
    window.removeEventListener('online', this.#now)
    window.removeEventListener('beforeunload', this.#leaving)
    this.held.drop()
    this.provider.destroy()
    await this.#copy?.destroy().catch((cause) => console.warn('indexeddb', cause))
  }

  /** Closes, and frees the text once nothing on the screen shows it any more. */
  dispose(): void {
    void this.close().then(() => window.setTimeout(() => this.doc.destroy(), disposeAfterMs))
  }

  /** Nothing is sent before the copy is read: step 2 must hold all of it. */
  async #start(): Promise<void> {
    if (this.#copy) {
      const copy = this.#copy
      const failed = copy._db.then(
        () => new Promise<void>((done) => window.setTimeout(done, copyWithinMs)),
        (cause) => console.warn('indexeddb', cause),
      )
      await Promise.race([copy.whenSynced, failed])
      this.#hasContent = this.fragment.length > 0
      this.#askKept?.()
      this.#options.changed()
    }
    // Work found here may be older than what this page knows of the paper.
    if (this.#found.size > 0) await this.#again()
    else if (!this.#isClosed) this.provider.connect()
  }

  #updated(origin: unknown): void {
    if (origin === this.provider) return
    // The copy is read before the wire opens; what it brings later counts as a change.
    if (origin === this.#copy && !this.provider.shouldConnect) return
    this.#note({ type: 'changed' })
    // The copy hears of the change after us.
    if (this.#askKept) queueMicrotask(this.#askKept)
  }

  /** Asks before leaving only when leaving would lose something. */
  readonly #leaving = (event: BeforeUnloadEvent) => {
    if (!isKept(this.#ledger)) event.preventDefault()
  }

  #note(event: LedgerEvent): void {
    this.#ledger = keep(this.#ledger, event)
    if (this.#isClosed) return
    const { personId, documentId, epoch } = this.#options
    const changes = pendingOf(this.#ledger) > 0 ? this.#ledger.changes : 0
    if (changes !== this.#marked) {
      this.#marked = changes
      const windowId = String(this.doc.clientID)
      markUnsent(personId, documentId, windowId, changes > 0 ? { epoch, changes } : null)
      if (changes === 0) clearMarks(this.#found)
    }
    this.#options.changed()
  }

  #listen(): void {
    const { provider } = this
    provider.messageHandlers[messageType.sync] = (encoder, decoder) =>
      this.#heardSync(encoder, decoder)
    const presence = provider.messageHandlers[messageType.awareness]
    provider.messageHandlers[messageType.awareness] = (_encoder, decoder, ...rest) => {
      // Carets are redrawn among the words: they wait too.
      const frame = decoder.arr.slice(decoder.pos)
      const read = decoding.createDecoder(frame)
      this.held.take(() => presence?.(encoding.createEncoder(), read, ...rest))
    }
    provider.messageHandlers[messageType.saved] = (_encoder, decoder) =>
      this.#note({ type: 'saved', n: decoding.readVarUint(decoder) })
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return
      if (this.#hasFailed) this.#showAgain()
      this.#hasFailed = false
      this.#note({ type: 'opened' })
    })
    provider.on('sync', (isSynced) => {
      if (isSynced) this.#attempt = 0
      this.#options.changed()
    })
    provider.on('connection-close', (event) => this.#lost(event))
  }

  /**
   * The others were told under our last clock that we left, and would not believe the same clock;
   * nor would we believe theirs.
   */
  #showAgain(): void {
    for (const clientId of [...this.awareness.meta.keys()]) {
      if (clientId !== this.doc.clientID) this.awareness.meta.delete(clientId)
    }
    this.awareness.setLocalState(this.awareness.getLocalState())
  }

  #heardSync(encoder: encoding.Encoder, decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder).slice()
    if (type === syncType.step1) {
      const frames = stateFrames(this.doc, bytes)
      for (const frame of frames.slice(0, -1)) this.provider.ws?.send(frame)
      encoding.writeUint8Array(encoder, frames.at(-1) as Uint8Array)
      return
    }
    this.held.take(() => {
      Y.applyUpdate(this.doc, bytes, this.provider)
      if (type === syncType.step2) this.provider.synced = true
    }, bytes)
  }

  /** Every reconnection is ours: spread in time, and after asking when changes wait. */
  #lost(event: CloseEvent | null): void {
    this.provider.shouldConnect = false
    this.held.drop()
    this.#hasFailed = true
    this.#note({ type: 'closed' })
    if (this.#isClosed) return
    const code = event?.code ?? 1006
    if ((code >= 4400 && code < 4500) || code === refusals['too-large'].close) {
      return this.#options.refused(refusalOf(event))
    }
    this.#retry = window.setTimeout(() => void this.#again(), backoffMs(this.#attempt++))
  }

  readonly #now = () => {
    if (this.provider.ws === null && !this.provider.shouldConnect && this.#hasFailed) {
      void this.#again()
    }
  }

  async #again(): Promise<void> {
    window.clearTimeout(this.#retry)
    const may = this.pending === 0 || (await this.#options.mayReconnect().catch(() => null))
    if (this.#isClosed || may === false) return
    // Asking failed: the server is not there yet.
    if (may === null) {
      this.#retry = window.setTimeout(() => void this.#again(), backoffMs(this.#attempt++))
    } else this.provider.connect()
  }
}

/** The reason says the code; a close without one is read by its number. */
function refusalOf(event: CloseEvent | null): RefusalCode {
  if (event && event.reason in refusals) return event.reason as RefusalCode
  if (event?.code === 4401) return 'not-signed-in'
  if (event?.code === 4409) return 'frozen'
  if (event?.code === 4403) return 'not-yours'
  return event?.code === 1009 ? 'too-large' : 'bad-update'
}
