// A frozen version with its text; it never changes, so it is fetched once.
import useSWRImmutable from 'swr/immutable'
import type { PaperNode } from '../../../shared/document/outline'
import type { Version } from '../../../shared/records/version'
import { api, call } from '../../api'

export type ReadVersion = Version & { content: PaperNode }

// The API's type spells a paper's nodes out, to no depth's end.
const fetchVersion = async (id: string) =>
  (await call(api.versions[':id'].$get({ param: { id } }))) as ReadVersion

export function useVersion(id: string | undefined) {
  const { data, error, mutate } = useSWRImmutable(id === undefined ? null : ['version', id], () =>
    fetchVersion(id ?? ''),
  )
  return { version: data, error: error as unknown, retry: () => void mutate() }
}
