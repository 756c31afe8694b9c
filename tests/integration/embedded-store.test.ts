// The embedded store: the contract, kill -9, damage, a second process, a failing disk.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Disk, realDisk } from '../../server/stores/embedded/durable-file'
import { openEmbedded } from '../../server/stores/embedded/store'
import { storeContract } from './store-contract'

const newPlace = () => mkdtempSync(join(tmpdir(), 'banthao-store-'))
const forget = (place: string) => rmSync(place, { recursive: true, force: true })
const row = { id: 'r', personId: 'p', createdAt: '', expiresAt: '' }

storeContract('the embedded store', {
  newPlace,
  forget,
  open: (dataDir) => openEmbedded({ dataDir }),
})

describe('the embedded store', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = newPlace()
  })
  afterEach(() => forget(dataDir))

  it('[T6] has after kill -9 everything that was acknowledged', async () => {
    for (let round = 0; round < 5; round++) {
      const acknowledged = new Map<string, number>()
      const writer = spawn(
        process.execPath,
        ['--import', 'tsx', join(import.meta.dirname, '../kit/store-writer.ts'), dataDir],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
      const gone = once(writer, 'exit')
      let lines = 0
      for await (const line of createInterface({ input: writer.stdout })) {
        const [kind, id, n] = line.split(' ')
        acknowledged.set(`${kind} ${id}`, Number(n))
        // A different moment of the work in each round.
        if (++lines === 100 + round * 37) writer.kill('SIGKILL')
      }
      await gone
      const store = await openEmbedded({ dataDir })
      expect(store.wasInterrupted).toBe(true)
      for (const [what, n] of acknowledged) {
        const [kind, id = ''] = what.split(' ')
        if (kind === 'row') {
          const found = await store.records.get('logins', id)
          expect(Number(found?.personId)).toBeGreaterThanOrEqual(n)
        } else {
          const { snapshot, updates } = await store.log.read(id)
          const text = (bytes: Uint8Array | null | undefined) =>
            Number(new TextDecoder().decode(bytes ?? new Uint8Array()))
          expect(Math.max(text(snapshot?.update), text(updates.at(-1)))).toBeGreaterThanOrEqual(n)
        }
      }
      await store.close()
      // The next writer counts from 1 again: it needs a folder of its own.
      forget(dataDir)
      dataDir = newPlace()
    }
  })

  it('refuses to start on a records file with any byte changed or missing, and names it', async () => {
    const store = await openEmbedded({ dataDir })
    await store.records.transact((handle) => handle.put('logins', row))
    await store.records.transact((handle) => handle.put('logins', { ...row, personId: 'q' }))
    await store.close()
    const path = join(dataDir, 'records.json')
    const whole = readFileSync(path)
    const refusal = { message: expect.stringContaining(path) }
    for (let bit = 0; bit < 8 * whole.length; bit++) {
      const flipped = Buffer.from(whole)
      flipped.writeUInt8(whole.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      writeFileSync(path, flipped)
      await expect(openEmbedded({ dataDir })).rejects.toMatchObject(refusal)
    }
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length))
      await expect(openEmbedded({ dataDir })).rejects.toMatchObject(refusal)
    }
    rmSync(path)
    await expect(openEmbedded({ dataDir })).rejects.toMatchObject(refusal)
    writeFileSync(path, whole)
    const mended = await openEmbedded({ dataDir })
    expect(await mended.records.get('logins', 'r')).toMatchObject({ personId: 'q' })
    await mended.close()
  })

  it('keeps the generation before beside the present one', async () => {
    const store = await openEmbedded({ dataDir })
    await store.records.transact((handle) => handle.put('logins', row))
    await store.records.transact((handle) => handle.remove('logins', 'r'))
    await store.close()
    expect(readFileSync(join(dataDir, 'records.previous.json'), 'utf8')).toContain('"id":"r"')
  })

  it('detects every changed bit of a version, and a version cut short anywhere', async () => {
    const store = await openEmbedded({ dataDir })
    const sha256 = await store.blobs.put(new TextEncoder().encode('{"type":"doc"}'))
    const folder = join(dataDir, 'versions', sha256.slice(0, 2))
    const path = join(folder, readdirSync(folder)[0] as string)
    const whole = readFileSync(path)
    chmodSync(path, 0o600)
    for (let bit = 0; bit < 8 * whole.length; bit++) {
      const flipped = Buffer.from(whole)
      flipped.writeUInt8(whole.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      writeFileSync(path, flipped)
      await expect(store.blobs.get(sha256)).rejects.toThrow(path)
    }
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length))
      await expect(store.blobs.get(sha256)).rejects.toThrow(path)
    }
    await store.close()
  })

  it('refuses a second process on the same folder, and takes over from a dead one', async () => {
    const store = await openEmbedded({ dataDir })
    expect(store.wasInterrupted).toBe(false)
    await expect(openEmbedded({ dataDir })).rejects.toThrow(/is in use by process/)
    await store.close()
    const dead = { pid: 2 ** 22 + 1, began: null }
    // Our own number, but of a process that began at another time.
    const reused = { pid: process.pid, began: 'another boot:1' }
    for (const left of [JSON.stringify(dead), JSON.stringify(reused), '{"pid":']) {
      const [holder] = readdirSync(join(dataDir, 'lock'))
      writeFileSync(join(dataDir, 'lock', String(holder)), left)
      const next = await openEmbedded({ dataDir })
      expect(next.wasInterrupted).toBe(true)
      await next.close()
      await next.close()
    }
    const last = await openEmbedded({ dataDir })
    expect(last.wasInterrupted).toBe(false)
    await last.close()
  })

  it('lets one of many processes have the folder at a time', async () => {
    mkdirSync(join(dataDir, 'lock'))
    writeFileSync(join(dataDir, 'lock', '1'), JSON.stringify({ pid: 2 ** 22 + 1, began: null }))
    const takers = Array.from({ length: 4 }, async () => {
      const taker = spawn(
        process.execPath,
        ['--import', 'tsx', join(import.meta.dirname, '../kit/lock-taker.ts'), dataDir, '100'],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      )
      const [code] = await once(taker, 'exit')
      return code
    })
    expect(await Promise.all(takers)).toEqual([0, 0, 0, 0])
  })

  it('remembers an interruption until someone gets in', async () => {
    mkdirSync(join(dataDir, 'lock'))
    writeFileSync(join(dataDir, 'lock', '1'), JSON.stringify({ pid: 2 ** 22 + 1, began: null }))
    writeFileSync(join(dataDir, 'records.json'), 'damaged')
    await expect(openEmbedded({ dataDir })).rejects.toThrow(/is damaged/)
    rmSync(join(dataDir, 'records.json'))
    const store = await openEmbedded({ dataDir })
    expect(store.wasInterrupted).toBe(true)
    await store.close()
  })

  it('refuses the appends under way when the log cannot be written, and loses none before', async () => {
    const filler = spawn(
      'sh',
      [
        '-c',
        // A bound on the size of a file stands for a full disk; ignored, its signal is an error.
        `trap '' XFSZ; ulimit -f 4096; exec "$0" --import tsx "$@"`,
        process.execPath,
        join(import.meta.dirname, '../kit/store-filler.ts'),
        dataDir,
      ],
      // LMDB prints its error, and leaves a rejection of its own to nobody.
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const gone = once(filler, 'exit')
    const told: string[] = []
    for await (const line of createInterface({ input: filler.stdout })) told.push(line)
    await gone
    const kept = told.filter((line) => line.startsWith('kept'))
    expect(kept.length).toBeGreaterThan(0)
    expect(told).toContain('failed')
    expect(told).toContain('refused')
    const store = await openEmbedded({ dataDir })
    expect(store.wasInterrupted).toBe(true)
    const { last, updates } = await store.log.read('d')
    expect(last).toBeGreaterThanOrEqual(kept.length)
    for (const [i, update] of updates.entries()) expect(update[65_535]).toBe((i + 1) % 256)
    await store.close()
  })

  it('says so when a version cannot be written, and takes nothing more', async () => {
    let isFull = false
    const disk: Disk = {
      ...realDisk,
      rename: async (...given: Parameters<Disk['rename']>) => {
        if (isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
        return realDisk.rename(...given)
      },
    }
    const store = await openEmbedded({ dataDir, disk })
    const failures: string[] = []
    store.onFailure((error) => failures.push(error.message))
    const bytes = new TextEncoder().encode('{"type":"doc"}')
    isFull = true
    await expect(store.blobs.put(bytes)).rejects.toThrow('no space left')
    expect(failures).toEqual(['no space left'])
    await store.close()
    const after = await openEmbedded({ dataDir })
    expect(after.wasInterrupted).toBe(true)
    expect(await after.blobs.get(await after.blobs.put(bytes))).toEqual(Buffer.from(bytes))
    await after.close()
  })

  it('[D6] goes on when a moment of the history cannot be written', async () => {
    let isFull = true
    const disk: Disk = {
      ...realDisk,
      rename: async (...given: Parameters<Disk['rename']>) => {
        if (isFull && given[0].toString().includes('history')) throw new Error('no space left')
        return realDisk.rename(...given)
      },
    }
    const store = await openEmbedded({ dataDir, disk })
    const failures: string[] = []
    store.onFailure((error) => failures.push(error.message))
    const put = (at: number) => store.moments.put('d', at, Uint8Array.of(at))
    await expect(put(1)).rejects.toThrow('no space left')
    await store.records.transact((handle) => handle.put('logins', row))
    isFull = false
    await put(2)
    expect((await store.moments.list('d')).map(({ at }) => at)).toEqual([2])
    expect(failures).toEqual([])
    await store.close()
  })

  it('acknowledges nothing after a write failed, and says so once', async () => {
    let isFull = false
    const disk: Disk = {
      ...realDisk,
      open: (async (...given: Parameters<Disk['open']>) => {
        if (isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
        return realDisk.open(...given)
      }) as Disk['open'],
    }
    const store = await openEmbedded({ dataDir, disk })
    await store.records.transact((handle) => handle.put('logins', row))
    const failures: string[] = []
    store.onFailure((error) => failures.push(error.message))
    isFull = true
    const put = (personId: string) =>
      store.records.transact((handle) => handle.put('logins', { ...row, personId }))
    await expect(put('lost')).rejects.toThrow('no space left')
    isFull = false
    await expect(put('later')).rejects.toThrow('no space left')
    // Memory holds what was never acknowledged.
    await expect(store.records.get('logins', 'r')).rejects.toThrow('no space left')
    await expect(store.records.find('logins')).rejects.toThrow('no space left')
    expect(failures).toEqual(['no space left'])
    await store.close()
    const after = await openEmbedded({ dataDir })
    expect(after.wasInterrupted).toBe(true)
    expect(await after.records.get('logins', 'r')).toMatchObject({ personId: 'p' })
    await after.close()
  })
})
