// Asks the server for the threads of a live paper or of a frozen version.
import type { ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'

/** What threads stand on, and lead back to. */
export type Place = 'document' | 'version'

/** Throws Refused or Unreachable. */
export const askThreads = (place: Place, id: string) =>
  call<{ threads: ThreadView[] }>(
    place === 'document'
      ? api.documents[':id'].threads.$get({ param: { id } })
      : api.versions[':id'].threads.$get({ param: { id } }),
  )
