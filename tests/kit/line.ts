// A line between browser and server that can be held and cut, as a cable or a bad network is.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export class Line {
  readonly origin: string
  /** What becomes of the first request of every connection. */
  rewrite: (request: string) => string = (request) => request
  readonly #door: Server
  readonly #pairs = new Set<{ near: Socket; far: Socket }>()
  #isCut = false
  #isHeld = false

  private constructor(door: Server, port: number) {
    this.origin = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
    this.#door = door
    door.on('connection', (near) => this.#join(near, connect(port, '127.0.0.1')))
  }

  /** Everything sent to the line's origin goes to the server's. */
  static async to(origin: string): Promise<Line> {
    const door = createServer().listen(0, '127.0.0.1')
    await once(door, 'listening')
    return new Line(door, Number(new URL(origin).port))
  }

  #join(near: Socket, far: Socket): void {
    const pair = { near, far }
    const end = () => {
      this.#pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.on('error', end).on('close', end)
    if (this.#isCut) return end()
    this.#pairs.add(pair)
    near.once('data', (first) => {
      far.write(this.rewrite(first.toString('latin1')), 'latin1')
      near.pipe(far)
    })
    // Held: what the server says waits here, what the browser says goes on.
    far.on('data', (data) => near.write(data))
    if (this.#isHeld) far.pause()
  }

  /** Nobody gets through, and what was under way is gone. */
  cut(): void {
    this.#isCut = true
    for (const { near } of this.#pairs) near.destroy()
  }
  mend(): void {
    this.#isCut = false
  }
  /** What the server answers is kept back. */
  hold(): void {
    this.#isHeld = true
    for (const { far } of this.#pairs) far.pause()
  }
  release(): void {
    this.#isHeld = false
    for (const { far } of this.#pairs) far.resume()
  }

  close(): void {
    this.cut()
    this.#door.close()
  }
}
