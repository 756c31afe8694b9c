// The people of the cell and invitations.
import type * as vi from '../vi/people'
import type { Words } from '../words'

export const people: Words<typeof vi.people> = {}
