// Saves a woven list: where another changed the same meanwhile, what stands now is heard first.
import type { SessionView } from '../../../shared/events'
import { api, call, Refused } from '../../api'

interface Saving {
  readonly sessionId: string
  readonly save: () => Promise<SessionView>
  readonly onSession: (session: SessionView) => void
}

/** Throws what `save` throws; after `changed-meanwhile` the list has the other's items in it. */
export async function saveWoven({ sessionId, save, onSession }: Saving): Promise<void> {
  try {
    onSession(await save())
  } catch (error) {
    if (error instanceof Refused && error.code === 'changed-meanwhile') {
      onSession(await call(api.sessions[':id'].$get({ param: { id: sessionId } })))
    }
    throw error
  }
}
