// Fetches the table as a file and hands it to the browser under the server's name.
import type { ClientResponse } from 'hono/client'
import type { SessionView } from '../../../shared/events'
import { api, call, Unreachable } from '../../api'
import type { RoundKey } from './rounds'

export const forms = ['docx', 'pdf'] as const
export type Form = (typeof forms)[number]

function request(session: SessionView, round: RoundKey, form: Form) {
  if (round === 'all') {
    return api.sessions[':id'].answers[form].$get({ param: { id: session.id } })
  }
  if (round === 'outline' || round === 'draft') {
    return api.documents[':id'].answers[form].$get({ param: { id: session.documents[round] } })
  }
  const version = session.versions.find(({ number }) => round === `v${number}`)
  return api.versions[':id'].answers[form].$get({ param: { id: version?.id ?? '' } })
}

function nameIn(response: ClientResponse<unknown>, form: Form): string {
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')
  return named?.[1] ? decodeURIComponent(named[1]) : `answers.${form}`
}

/** Resolves with the file's name. Throws Refused or Unreachable. */
export async function download(session: SessionView, round: RoundKey, form: Form): Promise<string> {
  const response: ClientResponse<unknown> = await request(session, round, form).catch((cause) => {
    throw new Unreachable('no answer', { cause })
  })
  // Throws what the server said.
  if (!response.ok) await call(Promise.resolve(response))
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = nameIn(response, form)
  link.click()
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  return link.download
}
