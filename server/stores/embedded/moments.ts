// Earlier moments of texts: one file each, in a folder a paper. One that fails stops nothing: the text is in the log.
import { mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Moments } from '../contract'
import { type Disk, readIfThere, syncFolder, writeDurably } from './durable-file'

const isName = (documentId: string) => /^[\w-]{1,60}$/.test(documentId)

export class EmbeddedMoments implements Moments {
  readonly #disk: Disk
  readonly #folder: string

  constructor(disk: Disk, folder: string) {
    this.#disk = disk
    this.#folder = folder
  }

  async put(documentId: string, at: number, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(documentId, at)
    const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeDurably(this.#disk, path, bytes)
    if (made) await syncFolder(this.#disk, dirname(made))
    await syncFolder(this.#disk, this.#folder)
  }

  async get(documentId: string, at: number): Promise<Uint8Array | null> {
    return isName(documentId) ? readIfThere(this.#disk, this.#pathOf(documentId, at)) : null
  }

  async list(documentId: string) {
    if (!isName(documentId)) return []
    const folder = join(this.#folder, documentId)
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    const ats = names.filter((name) => /^\d+$/.test(name)).map(Number)
    return Promise.all(
      ats
        .sort((a, b) => a - b)
        .map(async (at) => ({ at, bytes: (await stat(join(folder, String(at)))).size })),
    )
  }

  async remove(documentId: string, ats: readonly number[]): Promise<void> {
    for (const at of ats) await this.#disk.rm(this.#pathOf(documentId, at), { force: true })
  }

  #pathOf(documentId: string, at: number): string {
    if (!isName(documentId)) throw new RangeError(`no name of a paper: ${documentId}`)
    return join(this.#folder, documentId, String(Math.trunc(at)))
  }
}
