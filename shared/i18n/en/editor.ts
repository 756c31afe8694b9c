// The editor: toolbar, saved mark, stage bar.
import type * as vi from '../vi/editor'
import type { Words } from '../words'

export const editor: Words<typeof vi.editor> = {}
