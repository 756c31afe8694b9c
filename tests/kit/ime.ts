// Hands on a Vietnamese keyboard: the browser's own input events, by composition and by UniKey's way.
import type { CDPSession, Page } from 'playwright-core'
import type { Syllable } from './syllables'

interface KeyEvent {
  readonly key: string
  readonly text?: string
  /** What the browser does by this key. */
  readonly commands?: string[]
}

/** Called between two events of one word. When it gives true the hands wait for the browser. */
export type Between = () => boolean

/**
 * Dispatched DOM events bypass composition, so all of it goes through the browser's protocol. The
 * browser takes the events one after the other, in the order they are sent.
 */
export class Ime {
  readonly #cdp: CDPSession
  readonly #between: Between
  #sent: Promise<unknown>[] = []

  private constructor(cdp: CDPSession, between: Between) {
    this.#cdp = cdp
    this.#between = between
  }
  static async on(page: Page, between: Between): Promise<Ime> {
    return new Ime(await page.context().newCDPSession(page), between)
  }

  /** As macOS, ibus and phones do: the word stands underlined until it is committed. */
  async compose({ steps, text }: Syllable): Promise<void> {
    for (const shown of steps) await this.show(shown)
    this.insert(text)
    await this.taken()
  }
  /** The word as it is now, not yet committed. */
  async show(text: string): Promise<void> {
    const caret = { selectionStart: text.length, selectionEnd: text.length }
    this.#sent.push(this.#cdp.send('Input.imeSetComposition', { text, ...caret }))
    await this.#pause()
  }

  /** As UniKey does: what has to change is taken back by Backspace and written again. */
  async rewrite({ steps }: Syllable): Promise<void> {
    let before = ''
    for (const shown of steps) {
      let same = 0
      while (same < before.length && before[same] === shown[same]) same++
      for (let i = before.length; i > same; i--) {
        this.key('Backspace', 8)
        await this.#pause()
      }
      const rest = shown.slice(same)
      if (before.length > same) this.insert(rest)
      else for (const letter of rest) this.#letter(letter)
      await this.#pause()
      before = shown
    }
    await this.taken()
  }

  /** Letters that come from no key. */
  insert(text: string): void {
    this.#sent.push(this.#cdp.send('Input.insertText', { text }))
  }
  key(key: string, code: number, text?: string): void {
    const event = { key, code: key, windowsVirtualKeyCode: code, ...(text && { text }) }
    this.#press(text ? 'keyDown' : 'rawKeyDown', event)
  }
  /** To where the paragraph begins or ends, however many lines it has. */
  toParagraphs(side: 'Beginning' | 'End'): void {
    this.#press('rawKeyDown', { key: side, commands: [`moveTo${side}OfParagraph`] })
  }
  #letter(text: string): void {
    this.#press('keyDown', { text, key: text })
  }
  #press(type: 'keyDown' | 'rawKeyDown', event: KeyEvent): void {
    this.#sent.push(this.#cdp.send('Input.dispatchKeyEvent', { type, ...event }))
    this.#sent.push(this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: event.key }))
  }

  /** Resolves when the browser has taken every event sent so far. */
  async taken(): Promise<void> {
    const sent = this.#sent
    this.#sent = []
    await Promise.all(sent)
  }
  async #pause(): Promise<void> {
    if (this.#between()) await this.taken()
  }
}
