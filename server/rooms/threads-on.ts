// The threads of a paper or a version: those opened on it, and those carried to it.
import type { Thread } from '../../shared/records/thread'
import type { Reader } from '../stores/contract'

export async function threadsOn(records: Reader, id: string): Promise<Thread[]> {
  const [opened, carried] = await Promise.all([
    records.find('threads', { documentId: id }),
    records.find('threads', { carriedTo: id }),
  ])
  return [...opened, ...carried]
}
