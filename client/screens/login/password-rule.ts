// When a chosen password may be sent; the server has the last word.
import type { minimumPasswordLength } from '../../../shared/records/person'

/** The server's own figure; its file brings zod, so only its type comes here and holds this to it. */
export const minimumLength: typeof minimumPasswordLength = 8

export const isGoodChoice = ({ password, again }: { password: string; again: string }): boolean =>
  [...password].length >= minimumLength && password === again
