// Projecting and reading a version.
import type * as vi from '../vi/projector'
import type { Words } from '../words'

export const projector: Words<typeof vi.projector> = {}
