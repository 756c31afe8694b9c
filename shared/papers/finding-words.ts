// What the check of a dossier found of a file, by the key of its words.
import type { Finding } from './check-dossier'

export const findingWords = {
  whole: 'out.findWhole',
  words: 'out.findWords',
  changed: 'out.findChanged',
  missing: 'out.findMissing',
  unlisted: 'out.findUnlisted',
  'not-a-version': 'out.findNotAVersion',
  'not-known': 'out.findNotKnown',
  'chain-broken': 'out.findChainBroken',
} as const satisfies Record<Finding['kind'], string>
