// All words in Vietnamese, in which papers are printed: `text(vietnamese)('plan.title', { year })`.
import type { WordTable } from './table'
import { vi } from './vi'

export { text } from './table'
export const vietnamese: WordTable = vi
