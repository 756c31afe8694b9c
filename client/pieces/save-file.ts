// Fetches a file from the server and hands it to the browser under the server's name.
import type { ClientResponse } from 'hono/client'
import { call, Unreachable } from '../api'

/** Throws Refused or Unreachable. */
export async function fetchFile(
  request: Promise<ClientResponse<unknown>>,
): Promise<ClientResponse<unknown>> {
  const response = await request.catch((cause) => {
    throw new Unreachable('no answer', { cause })
  })
  // Throws what the server said.
  if (!response.ok) await call(Promise.resolve(response))
  return response
}

/** Resolves with the file's name. Throws Refused or Unreachable. */
export async function saveFile(request: Promise<ClientResponse<unknown>>): Promise<string> {
  const response = await fetchFile(request)
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = named?.[1] ? decodeURIComponent(named[1]) : 'banthao'
  link.click()
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  return link.download
}
