// Fetches the table as a file and hands it to the browser under the server's name.
import type { SessionView } from '../../../shared/events'
import { api } from '../../api'
import { saveFile } from '../../pieces/save-file'
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

/** Resolves with the file's name. Throws Refused or Unreachable. */
export const download = (session: SessionView, round: RoundKey, form: Form): Promise<string> =>
  saveFile(request(session, round, form))
