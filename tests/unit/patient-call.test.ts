// A call that nobody answers is given up, and said to be; a file on its way is not.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { api, call, Unreachable } from '../../client/api'

/** A line that swallows everything. */
const swallowed = (_: RequestInfo | URL, init?: RequestInit) =>
  new Promise<Response>((_answer, never) => {
    init?.signal?.addEventListener('abort', () => never(init.signal?.reason))
  })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('says after a minute that the server cannot be reached', async () => {
  vi.stubGlobal('fetch', swallowed)
  const said = vi.fn()
  call(api.me.$get()).catch(said)
  await vi.advanceTimersByTimeAsync(59_000)
  expect(said).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(said).toHaveBeenCalledWith(expect.any(Unreachable))
})

it('reads an answer that has begun for as long as it takes', async () => {
  let end: () => void = () => undefined
  const body = new ReadableStream({
    start: (words) => {
      words.enqueue(new TextEncoder().encode('{"a":'))
      end = () => {
        words.enqueue(new TextEncoder().encode('1}'))
        words.close()
      }
    },
  })
  const asked = vi.fn(async (_: unknown, _init?: RequestInit) => new Response(body))
  vi.stubGlobal('fetch', asked)
  const answer = call(api.me.$get())
  await vi.advanceTimersByTimeAsync(120_000)
  expect(asked.mock.calls[0]?.[1]?.signal?.aborted).toBe(false)
  end()
  expect(await answer).toEqual({ a: 1 })
})

it('[H6] sends a post again under the key of the first time, until it was answered', async () => {
  const asked = vi.fn(async (_: unknown, _init?: RequestInit) => Response.json({}))
  vi.stubGlobal('fetch', asked)
  const reply = (body: string) =>
    call(api.threads[':id'].replies.$post({ param: { id: 't' }, json: { body } })).catch(() => null)
  asked.mockRejectedValueOnce(new TypeError('no line'))
  await reply('Đồng ý.')
  await reply('Không.')
  await reply('Đồng ý.')
  await reply('Đồng ý.')
  const keys = asked.mock.calls.map(([, init]) => new Headers(init?.headers).get('idempotency-key'))
  expect(keys[2]).toBe(keys[0])
  expect(new Set(keys).size).toBe(3)
})

it('gives a file the time that its line needs', async () => {
  const asked = vi.fn(swallowed)
  vi.stubGlobal('fetch', asked)
  const said = vi.fn()
  const file = new File(['picture'], 'picture.png', { type: 'image/png' })
  api.documents[':id'].images.$post({ param: { id: 'd' }, form: { file } }).catch(said)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(asked.mock.calls[0]?.[1]?.body).toBeInstanceOf(FormData)
  expect(said).not.toHaveBeenCalled()
})
