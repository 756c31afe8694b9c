// Letters as an old typewriter would set them: what is looked for, named or compared without marks.

/** `Trần Thị Hạnh, ĐỒNG CHÍ` → `tran thi hanh, dong chi`. */
export const bareLetters = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
