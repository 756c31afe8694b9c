// Checks a whole dossier: every digest of its list, every file of a version, and that versions name each other.
import { checkFile } from '../../shared/papers/check-file'
import { hexDigest } from '../../shared/papers/file-proof'
import type { Parts } from '../../shared/papers/unzip'
import { remake } from './remake'

export const sumsName = 'SHA256SUMS'
export const mostDossierBytes = 1024 * 1024 * 1024
export const mostDossierParts = 1000

export type Finding =
  | { readonly kind: 'whole'; readonly file: string }
  /** The words are those of the version, the file is not the one we make. */
  | { readonly kind: 'words'; readonly file: string }
  | { readonly kind: 'changed' | 'missing' | 'unlisted' | 'not-a-version'; readonly file: string }
  | { readonly kind: 'chain-broken'; readonly file: string }

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

interface Chained {
  readonly sha256: string
  readonly previousSha256: string | null
}

function isChain(parts: Parts, folder: string, versions: readonly Chained[]): boolean {
  const texts = [...parts.keys()]
    .filter((name) => name.startsWith(folder))
    .flatMap((name) => /([0-9a-f]{64})\.json$/.exec(name)?.[1] ?? [])
  const isChained = versions.every(
    ({ previousSha256 }, index) => previousSha256 === (versions[index - 1]?.sha256 ?? null),
  )
  return (
    isChained &&
    texts.length === versions.length &&
    versions.every(({ sha256 }) => texts.includes(sha256))
  )
}

/** Each version names the one before it, and the exact text of each is there; so with the minutes. */
function chainFindings(parts: Parts): Finding[] {
  const file = 'ho-so.json'
  try {
    const { versions, minutes = [] } = JSON.parse(decode(parts.get(file))) as {
      versions: Chained[]
      minutes?: Chained[]
    }
    const isWhole = isChain(parts, 'ban-chot/', versions) && isChain(parts, 'bien-ban/', minutes)
    return isWhole ? [] : [{ kind: 'chain-broken', file }]
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return [{ kind: 'chain-broken', file }]
    }
    throw error
  }
}

async function versionFinding(file: string, bytes: Uint8Array): Promise<Finding> {
  const [, folder = ''] = /-([0-9a-f]{8})\//.exec(file) ?? []
  const named = /([0-9a-f]{64})\.json$/.exec(file)?.[1]
  const versionOf = async (sha256: string) => (sha256 === named ? '' : null)
  const check = await checkFile(bytes, { remake, versionOf })
  const isThis = 'sha256' in check && check.sha256?.startsWith(folder)
  if (!isThis) return { kind: 'not-a-version', file }
  if (check.verdict === 'exact') return { kind: 'whole', file }
  return { kind: check.verdict === 'words' ? 'words' : 'not-a-version', file }
}

/** One finding a file, in the order of its list; what stands in no list last. */
export async function checkDossier(parts: Parts): Promise<Finding[]> {
  const listed = new Map(
    [...decode(parts.get(sumsName)).matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(
      ([, sha256 = '', name = '']) => [name, sha256],
    ),
  )
  const findings: Finding[] = []
  for (const [file, sha256] of listed) {
    const bytes = parts.get(file)
    if (!bytes) findings.push({ kind: 'missing', file })
    else if (hexDigest(bytes) !== sha256) findings.push({ kind: 'changed', file })
    else if (/^(ban-chot|bien-ban)\//.test(file)) findings.push(await versionFinding(file, bytes))
    else findings.push({ kind: 'whole', file })
  }
  for (const file of parts.keys()) {
    if (file !== sumsName && !listed.has(file)) findings.push({ kind: 'unlisted', file })
  }
  return [...findings, ...chainFindings(parts)]
}
