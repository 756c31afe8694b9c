// The words of a paper's heading block.

/** The heading block of a paper, in Vietnamese in whatever language the screen is; source: HD 05-HD/VPTW (2026). */
export const letterhead = {
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  /** Day and month are filled in when the paper is issued. */
  dateLine: (place: string, year: number) => `${place || '…'}, ngày … tháng … năm ${year}`,
} as const
