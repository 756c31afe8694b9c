// Signing in, setting up, taking up an invitation.
import type * as vi from '../vi/login'
import type { Words } from '../words'

export const login: Words<typeof vi.login> = {}
