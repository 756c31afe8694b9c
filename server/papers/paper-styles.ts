// What stands around a paper's text in each of the two forms, in points: data, no logic.

import type { PaperStyle } from '../../shared/facts/cell'
import type { PrintSheet } from '../../shared/papers/print-sheet'

export interface StyleMeasures extends Omit<PrintSheet['around'], 'ruleMm'> {
  readonly nation: string
  readonly motto: string | null
  /** Who signs for the others. */
  readonly onBehalf: string
  readonly numberLine: (code: string | undefined) => string
}

export const paperStyleMeasures: Record<PaperStyle, StyleMeasures> = {
  /** Hướng dẫn 05-HD/VPTW, ngày 27/5/2026. */
  hd05: {
    sizePt: {
      organisation: 14,
      number: 14,
      nation: 15,
      motto: 14,
      date: 14,
      title: 15,
      subject: 14,
      signature: 14,
      recipientsLabel: 14,
      recipients: 12,
      pageNumber: 14,
    },
    headMm: [88, 77],
    nation: 'ĐẢNG CỘNG SẢN VIỆT NAM',
    motto: null,
    belowOrganisation: 'star',
    belowTitle: 'dashes',
    isRoleBold: false,
    recipientsLook: { underline: true },
    onBehalf: 'T/M',
    numberLine: (code) => (code === undefined ? 'Số …' : `Số …-${code}/CB`),
  },
  /** Nghị định 30/2020/NĐ-CP, phụ lục I. */
  nd30: {
    sizePt: {
      organisation: 12,
      number: 13,
      nation: 12,
      motto: 13,
      date: 13,
      title: 14,
      subject: 14,
      signature: 14,
      recipientsLabel: 12,
      recipients: 11,
      pageNumber: 14,
    },
    headMm: [72, 93],
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    belowOrganisation: 'rule',
    belowTitle: 'rule',
    isRoleBold: true,
    recipientsLook: { bold: true, italic: true },
    onBehalf: 'TM.',
    numberLine: (code) => (code === undefined ? 'Số: …' : `Số: …/${code}-CB`),
  },
}

/** The rules of the state form, a third to a half of the line they stand under. */
export const ruleMm = { organisation: 25, title: 50 } as const
