// Saves what two may write at once: where another changed it meanwhile, what stands now is heard first.
import type { SessionView } from '../../../shared/events'
import { api, call, Refused } from '../../api'

/** Throws what `save` throws; after `changed-meanwhile` only when `hear` has ended. */
export async function saveOrHear<T>(
  save: () => Promise<T>,
  hear: () => Promise<unknown>,
): Promise<T> {
  try {
    return await save()
  } catch (error) {
    if (error instanceof Refused && error.code === 'changed-meanwhile') await hear()
    throw error
  }
}

interface Saving {
  readonly sessionId: string
  readonly save: () => Promise<SessionView>
  readonly onSession: (session: SessionView) => void
}

/** The same of a session's list: refused, it has the other's items in it. */
export async function saveWoven({ sessionId, save, onSession }: Saving): Promise<void> {
  const hear = async () =>
    onSession(await call(api.sessions[':id'].$get({ param: { id: sessionId } })))
  onSession(await saveOrHear(save, hear))
}
