// Words of what two people may write at once: programme, conclusion, templates.
import type * as vi from '../vi/woven'
import type { Words } from '../words'

export const woven: Words<typeof vi.woven> = {
  found: 'This is what you wrote last time and did not save.',
  giveUp: 'Drop what is unsaved',
  contested: 'Somebody has saved this otherwise meanwhile. Save to keep what you wrote, or:',
  take: 'Take what was saved',
}
