// `npm run verify -- FILE [SHA-256]`: says which version a file is and whether it was changed; or every file of a dossier; asks no server.
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { text, vietnamese } from '../../shared/i18n/text'
import {
  checkDossier,
  type Finding,
  isWrong,
  mostDossierBytes,
  mostDossierParts,
  sumsName,
} from '../../shared/papers/check-dossier'
import { type Check, checkFile, mostFileBytes } from '../../shared/papers/check-file'
import { findingWords } from '../../shared/papers/finding-words'
import { type Parts, unzip } from '../../shared/papers/unzip'
import { shortDigest } from '../../shared/records/digest'
import { remake } from './remake'

const t = text(vietnamese)
const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`)

/** The name under which the exact bytes are downloaded is their digest. */
const digestInName = (path: string) => /[0-9a-f]{64}/.exec(basename(path))?.[0]

function report(check: Check, expected: string | undefined): number {
  const digest = 'sha256' in check ? check.sha256 : null
  const isOther = expected !== undefined && digest !== null && digest !== expected
  const verdict = isOther && check.verdict !== 'changed' ? 'unknown' : check.verdict
  say(t(`export.${verdict}`), t(`export.${verdict}Hint`))
  if (digest) say('', `${t('export.digest')}: ${digest} (${shortDigest(digest)})`)
  if (isOther) say(`${t('export.expected')}: ${expected}`)
  if ('id' in check && check.id !== '') say(`ID: ${check.id}`)
  if (check.verdict === 'changed') {
    const { difference } = check
    if (difference === null) say(t('export.proofBroken'))
    else {
      const shown = (line: string) => JSON.stringify(line || t('export.nothing'))
      say(t('export.changedAt'))
      say(`  ${t('export.expected')}: ${shown(difference.expected)}`)
      say(`  ${t('export.found')}: ${shown(difference.found)}`)
    }
  }
  say('', t('export.limits'))
  return verdict === 'exact' ? 0 : verdict === 'words' ? 3 : 1
}

/** The parts of a dossier; `null` where the file is none. */
async function dossierIn(path: string): Promise<Parts | null> {
  if (!path.toLowerCase().endsWith('.zip')) return null
  const most = { mostParts: mostDossierParts, mostBytes: mostDossierBytes }
  try {
    const parts = await unzip(new Uint8Array(readFileSync(path)), most)
    return parts.has(sumsName) ? parts : null
  } catch (error) {
    // Damaged, or no archive at all.
    if (error instanceof RangeError) return null
    throw error
  }
}

function reportDossier(findings: readonly Finding[]): number {
  const wrong = findings.filter(isWrong)
  say(t(wrong.length === 0 ? 'out.dossierWhole' : 'out.dossierChanged'), '')
  for (const { kind, file } of findings) say(`${t(findingWords[kind])}: ${file}`)
  say('', t('export.limits'))
  if (wrong.length > 0) return 1
  return findings.some(({ kind }) => kind === 'words') ? 3 : 0
}

/** 0: exact; 3: every word, another file; 1: changed or unknown; 2: cannot be read. */
async function main([path, digest]: readonly string[]): Promise<number> {
  if (path === undefined) {
    say('npm run verify -- FILE [SHA-256]')
    return 2
  }
  const size = statSync(path).size
  const parts = size <= mostDossierBytes ? await dossierIn(path) : null
  if (parts !== null) return reportDossier(await checkDossier(parts, { remake }))
  if (size > mostFileBytes) {
    say(t('export.tooLarge'))
    return 2
  }
  const bytes = new Uint8Array(readFileSync(path))
  const expected = (digest ?? digestInName(path))?.toLowerCase()
  const versionOf = async (sha256: string) => (sha256 === expected ? '' : null)
  return report(await checkFile(bytes, { remake, versionOf }), expected)
}

process.exitCode = await main(process.argv.slice(2))
