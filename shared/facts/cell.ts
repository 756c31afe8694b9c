// In which forms a paper may leave, without the schema, so that a page need not load zod.

/** The Party's form (guidance 05-HD/VPTW) and the state's (decree 30/2020/NĐ-CP). */
export const paperStyles = ['hd05', 'nd30'] as const

export type PaperStyle = (typeof paperStyles)[number]
