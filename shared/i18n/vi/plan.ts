// Kế hoạch năm và phiếu chuyên đề.
export const plan = {} as const
