// The year’s plan and the session form.
import type * as vi from '../vi/plan'
import type { Words } from '../words'

export const plan: Words<typeof vi.plan> = {}
