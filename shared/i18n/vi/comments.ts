// Góp ý bên lề.
export const comments = {} as const
