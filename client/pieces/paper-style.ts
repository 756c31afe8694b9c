// The words for the forms in which a paper may be printed.
import type { PaperStyle } from '../../shared/facts/cell'

export const styleWords = {
  hd05: 'out.formHd05',
  nd30: 'out.formNd30',
} as const satisfies Record<PaperStyle, string>
