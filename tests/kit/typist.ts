// Someone who types without a pause, comes back when the paper is open again, and keeps account of what was told.
import { LeanClient } from './lean-client'
import type { Visitor } from './visitor'

/** Always a few on their way: whatever happens finds the log in the middle of things. */
const onTheWay = 3

export interface TypistWish {
  /** Resolves when to try again after the right to write ended. */
  comeBack?: () => Promise<void>
  /** A line that is lost without a word is taken up again; else the typing is over then. */
  persists?: boolean
  /** After every word that is said to be on disk. */
  told?: (typist: Typist) => void
  /** How long a word is, in letters. */
  padding?: number
}

export class Typist {
  readonly name: string
  /** Words that the server said are on disk, in order. */
  readonly acknowledged: string[] = []
  /** Words sent and not acknowledged when the socket was closed with a refusal. */
  readonly refused: string[] = []
  /** Words sent and not acknowledged when the socket was lost: nobody can know. */
  readonly unsure: string[] = []
  /** Words acknowledged in the present sitting. */
  inSitting = 0
  isTyping = false
  readonly #visitor: Visitor
  readonly #documentId: string
  readonly #wish: TypistWish
  #words = 0
  #client: LeanClient | null = null
  #isLeaving = false

  constructor(visitor: Visitor, documentId: string, name: string, wish: TypistWish = {}) {
    this.#visitor = visitor
    this.#documentId = documentId
    this.name = name
    this.#wish = wish
  }

  /** Types until the server is gone or `leave` is called; resolves with the last close code. */
  async type(): Promise<number> {
    let code = 0
    while (!this.#isLeaving) {
      code = await this.#sit()
      const isLost = code === 1006 && this.#wish.persists === true
      if (code !== 4409 && !isLost) break
      await this.#wish.comeBack?.()
    }
    return code
  }

  leave(): void {
    this.#isLeaving = true
    this.#client?.socket.close()
  }

  /** A new document each time: what was refused stays behind. */
  async #sit(): Promise<number> {
    const client = new LeanClient(this.#visitor, this.#documentId, { writes: true })
    this.#client = client
    this.inSitting = 0
    const gone = new Promise<number>((resolve) => client.socket.once('close', resolve))
    // A lost socket says so first; its close follows.
    client.socket.on('error', () => client.socket.terminate())
    // Whoever may write is asked for a step 2; once that is acknowledged, words may come.
    const welcome = client.until(() => client.state !== null && client.saved > 0)
    const isWelcome = await Promise.race([welcome.then(() => true), gone.then(() => false)])
    const waiting = isWelcome ? this.#begin(client) : []
    this.isTyping = isWelcome
    const code = await gone
    this.isTyping = false
    const isRefusal = code >= 4400 && code < 4500
    ;(isRefusal ? this.refused : this.unsure).push(...waiting.map(({ word }) => word))
    return code
  }

  #begin(client: LeanClient) {
    const waiting: { word: string; frame: number }[] = []
    const text = client.paragraph()
    client.follows = false
    const write = () => {
      const word = `[${this.name}.${this.#words++}${'.'.repeat(this.#wish.padding ?? 0)}]`
      client.edit(() => text.insert(text.length, word))
      waiting.push({ word, frame: client.sent })
    }
    client.acknowledged = (n) => {
      while (waiting[0] && waiting[0].frame <= n) {
        this.acknowledged.push((waiting.shift() as { word: string }).word)
        this.inSitting += 1
      }
      this.#wish.told?.(this)
      while (waiting.length < onTheWay && !this.#isLeaving) write()
    }
    write()
    return waiting
  }
}

/** Every typist's word in a text, in the order of the text. */
export const wordsIn = (text: string): string[] => text.match(/\[[\w.]+\]/g) ?? []
