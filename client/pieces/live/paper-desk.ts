// A paper while it is open: takes up a new live document when rights change or the server refuses.
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { flatten } from '../../../shared/document/anchor'
import { rootName } from '../../../shared/protocol'
import type { RefusalCode } from '../../../shared/refusals'
import { LiveDocument, type PresentUser } from './live-document'
import {
  databaseName,
  dismissRefused,
  forgetPaper,
  keepRefused,
  onRefusedElsewhere,
  type RefusedWork,
  refusedWork,
  unsentSince,
} from './local-copies'
import type { SavedState } from './saved-state'
import { watchMended } from './watch-mended'

/** After a right ended the server is given this long to say what of our work it took. */
const lastWordMs = 3000
/** More reopenings than this within a minute: something is wrong that reopening does not mend. */
const reopeningsAMinute = 3

/** What a person may do with a paper now. */
export interface PaperRights {
  readonly mayRead: boolean
  readonly mayWrite: boolean
  readonly epoch: number
}

export interface DeskState {
  /** `null` until there is something to show. */
  readonly live: LiveDocument | null
  readonly mayWrite: boolean
  /** What is shown is the server's state. */
  readonly isSynced: boolean
  /** And the person, who may only read, has nothing that waits. */
  readonly isReading: boolean
  /** Why the paper is closed to this page. */
  readonly refusal: RefusalCode | null
  /** Work of this person that the server did not take. */
  readonly refusedWork: RefusedWork | null
}

interface DeskOptions {
  readonly documentId: string
  readonly personId: string
  readonly user: PresentUser
  /** The rights as the server says they are now. Throws when it cannot be reached. */
  readonly askRights: () => Promise<PaperRights>
  readonly signedOut: () => void
}

export class PaperDesk {
  readonly #options: DeskOptions
  readonly #listeners = new Set<() => void>()
  #state: DeskState
  /** Apart from the rest: it changes with every letter, and only the mark in the corner shows it. */
  #saved: SavedState = { kind: 'connecting' }
  #rights: PaperRights | null = null
  /** Shown now, and coming: they differ while a new one is being filled. */
  #shown: LiveDocument | null = null
  #coming: LiveDocument | null = null
  #reopenedAt: number[] = []
  #isBusy = false
  #isClosed = false
  #lastWord: number | undefined
  readonly #stopHearing: () => void

  constructor(options: DeskOptions) {
    this.#options = options
    this.#state = {
      live: null,
      mayWrite: false,
      isSynced: false,
      isReading: false,
      refusal: null,
      refusedWork: refusedWork(options.personId, options.documentId),
    }
    const { personId, documentId } = options
    this.#stopHearing = onRefusedElsewhere(personId, documentId, () =>
      this.#set({ refusedWork: refusedWork(personId, documentId) }),
    )
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = (): DeskState => this.#state
  readonly saved = (): SavedState => this.#saved

  close(): void {
    this.#isClosed = true
    this.#stopHearing()
    window.clearTimeout(this.#lastWord)
    this.#shown?.dispose()
    this.#coming?.dispose()
  }

  dismissRefused(): void {
    dismissRefused(this.#options.personId, this.#options.documentId)
    this.#set({ refusedWork: null })
  }

  /** Takes the rights as the session now gives them. */
  setRights(next: PaperRights): void {
    const before = this.#rights
    this.#rights = next
    if (this.#isClosed || this.#isBusy || this.#state.refusal) return
    if (!before) return void this.#open()
    const live = this.#coming ?? this.#shown
    if (!live) return
    if (live.mayWrite && !next.mayWrite) return this.#endWriting(live)
    if (!live.mayWrite && next.mayWrite) return void this.#open()
    if (before.epoch !== next.epoch && live.pending > 0) void this.#reject(live, 'frozen')
  }

  /** Typing stops at once; the server may still acknowledge what is on its way. */
  #endWriting(live: LiveDocument): void {
    this.#set({ mayWrite: false })
    if (live.pending === 0) return void this.#open()
    window.clearTimeout(this.#lastWord)
    this.#lastWord = window.setTimeout(() => {
      if (live === this.#shown || live === this.#coming) void this.#reject(live, 'frozen')
    }, lastWordMs)
  }

  async #open(): Promise<void> {
    const { documentId, personId, user } = this.#options
    this.#isBusy = true
    window.clearTimeout(this.#lastWord)
    this.#coming?.dispose()
    this.#coming = null
    // Two writers on one database would each store the other's words again.
    await this.#shown?.close()
    const rights = this.#rights
    if (rights && !this.#isClosed) {
      const since = unsentSince(personId, documentId)
      if (since !== null && (!rights.mayWrite || since !== rights.epoch)) await this.#rescue()
      // A reader keeps nothing of a paper in the browser.
      if (!rights.mayWrite) await forgetPaper(personId, documentId)
    }
    this.#isBusy = false
    const now = this.#rights
    if (this.#isClosed || !now) return
    if (!now.mayRead) return this.#end('not-yours')
    const live: LiveDocument = new LiveDocument({
      documentId,
      personId,
      user,
      mayWrite: now.mayWrite,
      epoch: now.epoch,
      changed: () => this.#changed(live),
      refused: (code) => void this.#reject(live, code),
      mayReconnect: () => this.#mayReconnect(live),
    })
    if (!now.mayWrite) watchMended(live.doc, () => this.#openAgain(live))
    this.#coming = live
    this.#changed(live)
  }

  #openAgain(live: LiveDocument): void {
    if (this.#isBusy || this.#isClosed || this.#state.refusal) return
    if (live === (this.#coming ?? this.#shown)) void this.#open()
  }

  #changed(live: LiveDocument | undefined): void {
    if (this.#isClosed || !live || live !== (this.#coming ?? this.#shown)) return
    if (live === this.#coming && live.isReady) {
      this.#shown?.dispose()
      this.#shown = live
      this.#coming = null
      this.#settleRefused(live)
    }
    const mayWrite = live === this.#shown && live.mayWrite && this.#rights?.mayWrite === true
    if (!this.#state.refusal) this.#saved = live.saved
    const isReading = this.#saved.kind === 'reading'
    const isSynced = this.#shown?.provider.synced === true
    this.#set({ live: this.#shown, mayWrite, isSynced, isReading })
  }

  /** While we were away the paper may have been frozen, even reopened: ask before sending. */
  async #mayReconnect(live: LiveDocument): Promise<boolean> {
    const now = await this.#options.askRights()
    const before = this.#rights
    if (now.mayWrite && before?.epoch === now.epoch) return true
    this.#rights = now
    await this.#reject(live, 'frozen')
    return false
  }

  /** The server will not take this document's changes: keep them for their author, begin anew. */
  async #reject(live: LiveDocument, code: RefusalCode): Promise<void> {
    if (this.#isBusy || this.#isClosed) return
    this.#isBusy = true
    this.#set({ mayWrite: false })
    const { personId, documentId } = this.#options
    if (code === 'old-schema') {
      // The reloaded page sends it: nothing of it is refused.
      if (live.pending > 0 && !live.hasCopy) this.#keepRefused(live.text)
      await live.close()
      return this.#end(code)
    }
    if (live.pending > 0) this.#keepRefused(live.text)
    await live.close()
    // Another window, closed by now, may have left more than this one shows.
    if (unsentSince(personId, documentId) !== null) await this.#rescue(live.doc)
    await forgetPaper(personId, documentId)
    if (code === 'not-signed-in') this.#options.signedOut()
    const now = Date.now()
    this.#reopenedAt = [...this.#reopenedAt.filter((at) => now - at < 60_000), now]
    if (code === 'not-signed-in' || this.#reopenedAt.length > reopeningsAMinute)
      return this.#end(code)
    try {
      this.#rights = await this.#options.askRights()
    } catch {
      // The server is away: what is known of the rights must do; it decides again at the door.
      this.#rights = this.#rights && { ...this.#rights, mayWrite: false }
    }
    this.#isBusy = false
    if (!this.#isClosed) await this.#open()
  }

  #end(code: RefusalCode): void {
    this.#isBusy = false
    this.#saved = { kind: 'refused', code }
    this.#set({ refusal: code, mayWrite: false, isReading: false })
  }

  /** Work left in the browser by an earlier page, which the paper's stage no longer lets in. */
  async #rescue(known?: Y.Doc): Promise<void> {
    const { personId, documentId } = this.#options
    const doc = new Y.Doc()
    if (known) Y.applyUpdate(doc, Y.encodeStateAsUpdate(known))
    const copy = new IndexeddbPersistence(databaseName(personId, documentId), doc)
    const read = await Promise.race([
      copy.whenSynced.then(() => true),
      copy._db.then(
        () => new Promise<false>((done) => window.setTimeout(() => done(false), lastWordMs)),
        () => false as const,
      ),
    ])
    if (read) this.#keepRefused(flatten(doc.getXmlFragment(rootName)).text)
    await copy.destroy().catch((cause) => console.warn('indexeddb', cause))
    await forgetPaper(personId, documentId)
  }

  #keepRefused(text: string): void {
    const { personId, documentId } = this.#options
    if (text.trim() === '') return
    const work = keepRefused(personId, { documentId, at: new Date().toISOString(), text })
    this.#set({ refusedWork: work })
  }

  /** What the server turned out to have after all needs no copy. */
  #settleRefused(live: LiveDocument): void {
    const work = this.#state.refusedWork
    if (work && live.provider.synced && live.text === work.text) this.dismissRefused()
  }

  #set(change: Partial<DeskState>): void {
    const isNew = Object.entries(change).some(
      ([key, value]) => this.#state[key as keyof DeskState] !== value,
    )
    if (isNew) this.#state = { ...this.#state, ...change }
    for (const listener of [...this.#listeners]) listener()
  }
}
