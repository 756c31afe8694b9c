// Vietnamese as it was typed in TCVN3 and VNI fonts, from Unicode.
import { tcvn3 } from '../../shared/old-encodings/tcvn3'
import { vni } from '../../shared/old-encodings/vni'

const inverse = (table: ReadonlyMap<string, string>) =>
  new Map([...table].map(([old, letter]) => [letter, old]))
const tables = { tcvn3: inverse(tcvn3), vni: inverse(vni) }

/** TCVN3 has no capitals with a tone: there they stay as they are. */
export const inOld = (text: string, encoding: 'tcvn3' | 'vni'): string =>
  [...text.normalize('NFC')].map((letter) => tables[encoding].get(letter) ?? letter).join('')
