// The bus of a single process.
import type { Bus } from '../contract'

export class EmbeddedBus implements Bus {
  readonly #listeners = new Map<string, Set<(message: string) => void>>()

  tell(topic: string, message: string): void {
    for (const heard of this.#listeners.get(topic) ?? []) heard(message)
  }

  listen(topic: string, heard: (message: string) => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, listeners.add(heard))
    return () => {
      listeners.delete(heard)
      if (listeners.size === 0) this.#listeners.delete(topic)
    }
  }
}
