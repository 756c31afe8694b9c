// "2 đoạn thêm, 1 đoạn sửa": a summary in words; nothing where nothing changed.
import type { Summary } from '../../../shared/changes/summary'
import type { Text } from '../../../shared/i18n/table'

const parts = ['inserted', 'deleted', 'edited', 'reformed', 'moved'] as const

export const summaryWords = (summary: Summary, t: Text): string =>
  parts
    .filter((part) => summary[part] > 0)
    .map((part) => t(`changes.${part}`, { n: summary[part] }))
    .join(', ')
