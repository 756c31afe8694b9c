// What a file is compared with: the same version as the server makes it now; the file itself is sent nowhere.

import { type PaperStyle, paperStyles } from '../../../shared/facts/cell'
import {
  checkDossier,
  type Finding,
  mostDossierParts,
  sumsName,
} from '../../../shared/papers/check-dossier'
import {
  type Check,
  checkFile,
  mostFileBytes,
  type Sources,
} from '../../../shared/papers/check-file'
import { type Parts, unzip } from '../../../shared/papers/unzip'
import { api, call, Refused } from '../../api'
import { fetchFile } from '../../pieces/save-file'

/** Nobody here knows it, or it is not ours to read: either way there is nothing to compare with. */
const isUnknown = (error: unknown) =>
  error instanceof Refused && (error.code === 'not-found' || error.code === 'not-yours')

interface Looks {
  readonly style: PaperStyle
  readonly numbers: '0' | '1'
  /** As the version was before it was approved. */
  readonly draft?: '1'
}
const usual: Looks = { style: 'hd05', numbers: '0' }

/** How a file says it was made; in the Party's form where it says none that we know. */
function looksIn(facts: string): Looks {
  try {
    const { style, isNumbered, isFinal } = JSON.parse(facts) as Record<string, unknown>
    return {
      style: paperStyles.find((one) => one === style) ?? usual.style,
      numbers: isNumbered === true ? '1' : '0',
      ...(isFinal === false && { draft: '1' }),
    }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return usual
    throw error
  }
}

const sources: Sources = {
  remake: async ({ id, facts }, form) => {
    try {
      const response = await fetchFile(
        api.versions[':id'][form].$get({ param: { id }, query: looksIn(facts) }),
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

/** As much as a browser on an old machine holds in memory. */
const mostZipBytes = 256 * 1024 * 1024

/** What a dossier says of itself. */
export interface DossierFacts {
  readonly topic: string
  readonly number: number
  readonly year: number
}
export interface DossierCheck {
  readonly verdict: 'dossier'
  readonly facts: DossierFacts | null
  readonly findings: readonly Finding[]
}
export type FileCheck = Check | DossierCheck | { readonly verdict: 'tooLarge' }

function factsIn(parts: Parts): DossierFacts | null {
  try {
    const words = new TextDecoder().decode(parts.get('ho-so.json'))
    const { topic, number, year } = JSON.parse(words) as Record<string, unknown>
    return { topic: String(topic), number: Number(number), year: Number(year) }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}

/** The parts of a dossier; `null` where the file is none. */
async function dossierIn(bytes: Uint8Array): Promise<Parts | null> {
  const most = { mostParts: mostDossierParts, mostBytes: mostZipBytes }
  try {
    const parts = await unzip(bytes, most)
    return parts.has(sumsName) ? parts : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Whoever looks at the page sees how far it is. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

async function checkZip(
  bytes: Uint8Array,
  tell: (done: number, count: number) => void,
): Promise<FileCheck> {
  const parts = await dossierIn(bytes)
  if (!parts) return { verdict: 'illegible' }
  const findings = await checkDossier(parts, sources, (_, index, count) => {
    tell(index, count)
    return breathe()
  })
  return { verdict: 'dossier', facts: factsIn(parts), findings }
}

/** Throws Refused or Unreachable. `tell` hears how many files of a dossier are done. */
export async function checkOf(
  file: File,
  tell: (done: number, count: number) => void,
): Promise<FileCheck> {
  const isZip = file.name.toLowerCase().endsWith('.zip')
  if (file.size > (isZip ? mostZipBytes : mostFileBytes)) return { verdict: 'tooLarge' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return isZip ? checkZip(bytes, tell) : checkFile(bytes, sources)
}
