// A version for the browser's own print: the same blocks in the same groups as its PDF.
import type { PrintBlock, PrintSheet } from '../../shared/papers/print-sheet'
import { recipientsLabel } from './form-words'
import { paperSheet, type VersionPaper } from './paper-sheet'
import { paperStyleMeasures, ruleMm } from './paper-styles'
import { isFew, togetherWithHeadings } from './pdf-words'
import { type Block, measures, type PaperBlock } from './sheet'

/** A picture's bytes are fetched by the browser itself. */
function shown(block: Block | PaperBlock): PrintBlock {
  const { bytes: _, ...rest } = block as PaperBlock & { bytes?: Uint8Array }
  return rest as PrintBlock
}

export function printSheet(paper: VersionPaper): PrintSheet {
  const sheet = paperSheet(paper)
  const {
    name,
    head,
    title,
    subject,
    blocks,
    signature,
    leftSignature,
    recipients = [],
    stamp,
  } = sheet
  const groups = togetherWithHeadings(blocks)
  return {
    name,
    head,
    title,
    subject,
    groups: groups.map((group) => group.map(shown)),
    goesAlong: isFew(groups.at(-1) ?? []),
    signature,
    leftSignature,
    recipientsLabel,
    recipients,
    stamp: { words: stamp?.words ?? '', sha256: paper.facts.sha256 },
    measures,
    around: { ...paperStyleMeasures[sheet.style], ruleMm },
  }
}
