// The writer's desk: pictures, find and replace, page view, the check before freezing.
import type * as vi from '../vi/desk'
import type { Words } from '../words'

export const desk: Words<typeof vi.desk> = {
  pictureLost: 'This picture cannot be opened',
}
