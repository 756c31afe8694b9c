// Frozen versions: read-only files named by their SHA-256.
import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Blobs } from '../contract'
import { type Disk, readIfThere, syncFolder, writeDurably } from './durable-file'
import { DamagedFile } from './records-file'

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export class EmbeddedBlobs implements Blobs {
  readonly #disk: Disk
  readonly #folder: string
  readonly #failed: (error: Error) => void
  /** Two puts of one blob would share a temporary file. */
  readonly #putting = new Map<string, Promise<void>>()

  constructor(disk: Disk, folder: string, failed: (error: Error) => void) {
    this.#disk = disk
    this.#folder = folder
    this.#failed = failed
  }

  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = digestOf(bytes)
    let putting = this.#putting.get(sha256)
    if (!putting) {
      putting = this.#write(sha256, Uint8Array.from(bytes)).finally(() =>
        this.#putting.delete(sha256),
      )
      this.#putting.set(sha256, putting)
    }
    await putting
    return sha256
  }

  async #write(sha256: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(sha256)
    const isThere = (await this.get(sha256)) !== null
    try {
      if (isThere) {
        // A kill may have come between its rename and the sync of its folder.
        await syncFolder(this.#disk, dirname(path))
      } else {
        await mkdir(dirname(path), { recursive: true })
        await writeDurably(this.#disk, path, bytes, { mode: 0o400 })
      }
      await syncFolder(this.#disk, this.#folder)
    } catch (error) {
      this.#failed(error as Error)
      throw error
    }
  }

  async get(sha256: string): Promise<Uint8Array | null> {
    // The name becomes a path: nothing but a digest may.
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null
    const path = this.#pathOf(sha256)
    const bytes = await readIfThere(this.#disk, path)
    if (bytes && digestOf(bytes) !== sha256) {
      throw new DamagedFile(path, 'its bytes do not match its name', 'Put a back-up in its place.')
    }
    return bytes
  }

  #pathOf(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256)
  }
}
