// Trình chiếu và đọc bản chốt.
export const projector = {} as const
