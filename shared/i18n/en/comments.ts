// Comments in the margin.
import type * as vi from '../vi/comments'
import type { Words } from '../words'

export const comments: Words<typeof vi.comments> = {}
