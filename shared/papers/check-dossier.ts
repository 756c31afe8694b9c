// Checks a whole dossier: every digest of its list, every file of a version, and that versions name each other.
import { checkFile, type Sources } from './check-file'
import { hexDigest } from './file-proof'
import type { Parts } from './unzip'

export const sumsName = 'SHA256SUMS'
export const mostDossierBytes = 1024 * 1024 * 1024
export const mostDossierParts = 1000

/** What of it speaks against the dossier. */
export const isWrong = ({ kind }: Finding): boolean => kind !== 'whole' && kind !== 'words'

export type Finding =
  | { readonly kind: 'whole'; readonly file: string }
  /** The words are those of the version, the file is not the one we make. */
  | { readonly kind: 'words'; readonly file: string }
  | { readonly kind: 'changed' | 'missing' | 'unlisted' | 'not-a-version'; readonly file: string }
  /** Whole in itself, but nobody here knows of such a version. */
  | { readonly kind: 'not-known'; readonly file: string }
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

async function versionFinding(
  file: string,
  bytes: Uint8Array,
  { remake, versionOf: known }: DossierSources,
): Promise<Finding> {
  const [, folder = ''] = /-([0-9a-f]{8})\//.exec(file) ?? []
  const named = /([0-9a-f]{64})\.json$/.exec(file)?.[1]
  const versionOf = async (sha256: string) => (sha256 === named ? '' : null)
  // Minutes are known by their files: no list of them is at hand.
  const isListed = named !== undefined && file.startsWith('ban-chot/')
  if (isListed && hexDigest(bytes) === named && (await known?.(named)) === null) {
    return { kind: 'not-known', file }
  }
  const check = await checkFile(bytes, { remake, versionOf })
  const isThis = 'sha256' in check && check.sha256?.startsWith(folder)
  if (!isThis) return { kind: 'not-a-version', file }
  if (check.verdict === 'unknown' && named === undefined) return { kind: 'not-known', file }
  if (check.verdict === 'exact') return { kind: 'whole', file }
  return { kind: check.verdict === 'words' ? 'words' : 'not-a-version', file }
}

/** Where versions are known; without `versionOf` the dossier is only held against itself. */
export interface DossierSources {
  readonly remake: Sources['remake']
  readonly versionOf?: Sources['versionOf']
}

/**
 * One finding a file, in the order of its list; what stands in no list last. `begin` hears of each file
 * before it is looked at, and may let others do something in between.
 */
export async function checkDossier(
  parts: Parts,
  sources: DossierSources,
  begin: (file: string, index: number, count: number) => Promise<void> | void = () => undefined,
): Promise<Finding[]> {
  const listed = new Map(
    [...decode(parts.get(sumsName)).matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(
      ([, sha256 = '', name = '']) => [name, sha256],
    ),
  )
  const findings: Finding[] = []
  let index = 0
  for (const [file, sha256] of listed) {
    await begin(file, index++, listed.size)
    const bytes = parts.get(file)
    if (!bytes) findings.push({ kind: 'missing', file })
    else if (hexDigest(bytes) !== sha256) findings.push({ kind: 'changed', file })
    else if (/^(ban-chot|bien-ban)\//.test(file))
      findings.push(await versionFinding(file, bytes, sources))
    else findings.push({ kind: 'whole', file })
  }
  for (const file of parts.keys()) {
    if (file !== sumsName && !listed.has(file)) findings.push({ kind: 'unlisted', file })
  }
  return [...findings, ...chainFindings(parts)]
}
