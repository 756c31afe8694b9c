// Words that stand around a paper's text: its number, who receives it.
import type { PaperStyle } from '../../shared/facts/cell'
import { paperStyleMeasures } from './paper-styles'

/** Codes of the types of paper; source: Hướng dẫn 05-HD/VPTW, ngày 27/5/2026. */
const typeCodes: Readonly<Record<string, string>> = {
  'NGHỊ QUYẾT': 'NQ',
  'KẾT LUẬN': 'KL',
  'THÔNG BÁO': 'TB',
  'BÁO CÁO': 'BC',
  'KẾ HOẠCH': 'KH',
  'CHƯƠNG TRÌNH': 'CTr',
  'TỜ TRÌNH': 'TTr',
  'BIÊN BẢN': 'BB',
  'QUYẾT ĐỊNH': 'QĐ',
  'QUY CHẾ': 'QC',
  'ĐỀ ÁN': 'ĐA',
  'PHƯƠNG ÁN': 'PA',
}

/** The number itself is given by the cell when the paper is issued. */
export function numberLine(title: string, style: PaperStyle): string {
  const code = typeCodes[title.trim().toLocaleUpperCase('vi')]
  return paperStyleMeasures[style].numberLine(code)
}

/** Those of every paper of a cell; whom else it goes to only the cell knows. */
export const recipients: readonly string[] = ['- Các đồng chí đảng viên;', '- Lưu Chi bộ.']
export const recipientsLabel = 'Nơi nhận:'
