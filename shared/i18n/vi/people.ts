// Danh sách người của chi bộ và lời mời.
export const people = {} as const
