// Sends a Word file to the paper's door: to be looked at, or to be written.
import type { ClientResponse } from 'hono/client'
import type { PaperNode } from '../../../shared/document/outline'
import type { ImportPlace } from '../../../shared/facts/import-report'
import type { ImportReport } from '../../../shared/records/import-report'
import { call } from '../../api'

export interface Imported extends ImportReport {
  readonly place: ImportPlace
  /** Only of a file that was looked at. */
  readonly content?: readonly PaperNode[]
}

/** Throws Refused, with why, or Unreachable. */
export function sendWord(
  documentId: string,
  file: File,
  wish: { dry: true } | { place: ImportPlace },
): Promise<Imported> {
  const form = new FormData()
  form.append('file', file)
  const query = new URLSearchParams('dry' in wish ? { dry: '1' } : { place: wish.place })
  const address = `/api/documents/${encodeURIComponent(documentId)}/import?${query}`
  const sent = fetch(address, { method: 'POST', body: form })
  return call(sent as Promise<ClientResponse<Imported>>)
}
