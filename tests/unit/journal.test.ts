// The journal: order, acknowledgement, sharing a flush, and what a failed write means.
import { describe, expect, it } from 'vitest'
import { Journal } from '../../server/rooms/journal'
import type { Entry, UpdateLog } from '../../server/stores/contract'

const entry = (byte: number): Entry => ({ update: Uint8Array.of(byte) })
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A journal on a log whose disk obeys the test. */
function onTestDisk() {
  const appended: number[][] = []
  const disk: { write(): void; fail(): void }[] = []
  let last = 0
  const log = {
    append: (_: string, __: number, entries: readonly Entry[]) => {
      appended.push(entries.map(({ update }) => update[0] as number))
      last += entries.length
      const reached = last
      return new Promise<number>((resolve, reject) => {
        disk.push({ write: () => resolve(reached), fail: () => reject(new Error('no space')) })
      })
    },
  } as unknown as UpdateLog
  const failures: unknown[] = []
  const journal = new Journal(
    log,
    'd',
    { epoch: 0, last: 0 },
    (error) => failures.push(error),
    () => undefined,
  )
  const told: string[] = []
  const append = (byte: number | null) => {
    journal.append(byte === null ? null : entry(byte), () => told.push(String(byte)))
  }
  const flush = async () => {
    await journal.flush().then(
      () => told.push('flushed'),
      () => told.push('lost'),
    )
  }
  return { journal, appended, disk, failures, told, append, flush }
}

describe('the journal', () => {
  it('makes one write of a turn, and gives the next to the log before the first is on disk', async () => {
    const { appended, append, disk, told, journal } = onTestDisk()
    append(1)
    append(2)
    await turn()
    append(3)
    await turn()
    expect([appended, told]).toEqual([[[1, 2], [3]], []])
    disk[0]?.write()
    await turn()
    expect([told, journal.last, journal.written]).toEqual([['1', '2'], 2, 2])
    disk[1]?.write()
    await turn()
    expect([told, journal.last, journal.written]).toEqual([['1', '2', '3'], 3, 3])
  })

  it('acknowledges nothing before all that came before it is on disk', async () => {
    const { append, disk, flush, told } = onTestDisk()
    append(1)
    await turn()
    append(2)
    await turn()
    append(null)
    flush()
    disk[1]?.write()
    await turn()
    expect(told).toEqual([])
    disk[0]?.write()
    await turn()
    expect(told).toEqual(['1', '2', 'null', 'flushed'])
  })

  it('has nothing to wait for when nothing is under way', async () => {
    const { append, flush, told, appended } = onTestDisk()
    append(null)
    expect(told).toEqual(['null'])
    await flush()
    expect([told, appended]).toEqual([['null', 'flushed'], []])
  })

  it('acknowledges nothing any more once a write has failed, and says so once', async () => {
    const { append, disk, flush, told, failures, appended, journal } = onTestDisk()
    append(1)
    await turn()
    append(2)
    flush()
    await turn()
    append(3)
    await turn()
    disk[0]?.fail()
    disk[1]?.write()
    disk[2]?.fail()
    await turn()
    append(4)
    await flush()
    await turn()
    expect([told, failures.length, journal.last]).toEqual([['lost', 'lost'], 1, 0])
    expect(appended).toEqual([[1], [2], [3]])
  })
})
