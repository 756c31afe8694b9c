// What a file is compared with: the same version as the server makes it now; the file itself is sent nowhere.
import {
  type Check,
  checkFile,
  mostFileBytes,
  type Sources,
} from '../../../shared/papers/check-file'
import { type PaperStyle, paperStyles } from '../../../shared/records/cell'
import { api, call, Refused } from '../../api'
import { fetchFile } from '../../pieces/save-file'

/** Nobody here knows it, or it is not ours to read: either way there is nothing to compare with. */
const isUnknown = (error: unknown) =>
  error instanceof Refused && (error.code === 'not-found' || error.code === 'not-yours')

/** The form that a file says it was made in; the Party's where it says none that we know. */
function styleIn(facts: string): PaperStyle {
  try {
    const { style } = JSON.parse(facts) as { style?: unknown }
    return paperStyles.find((one) => one === style) ?? 'hd05'
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return 'hd05'
    throw error
  }
}

const sources: Sources = {
  remake: async ({ id, facts }, form) => {
    try {
      const response = await fetchFile(
        api.versions[':id'][form].$get({ param: { id }, query: { style: styleIn(facts) } }),
      )
      return new Uint8Array(await response.arrayBuffer())
    } catch (error) {
      if (isUnknown(error)) return null
      throw error
    }
  },
  versionOf: async (sha256) => {
    const { sessions } = await call(api.sessions.$get())
    const versions = sessions.flatMap(({ versions: own, minutesSigned }) => [
      ...own,
      ...(minutesSigned ? [{ id: minutesSigned.versionId, sha256: minutesSigned.sha256 }] : []),
    ])
    return versions.find((version) => version.sha256 === sha256)?.id ?? null
  },
}

export type FileCheck = Check | { readonly verdict: 'tooLarge' }

/** Throws Refused or Unreachable. */
export async function checkOf(file: File): Promise<FileCheck> {
  if (file.size > mostFileBytes) return { verdict: 'tooLarge' }
  return checkFile(new Uint8Array(await file.arrayBuffer()), sources)
}
