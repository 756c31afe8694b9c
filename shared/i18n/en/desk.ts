// The writer's desk: pictures, find and replace, page view, the check before freezing.
import type * as vi from '../vi/desk'
import type { Words } from '../words'

export const desk: Words<typeof vi.desk> = {
  pictureLost: 'This picture cannot be opened',
  insertPicture: 'Insert picture',
  editPicture: 'Caption of the picture',
  captionButton: 'Caption',
  removePicture: 'Delete picture',
  caption: 'Caption below the picture',
  captionHint:
    'For example: Figure 1. The computer room after its repair. Leave empty if not needed.',
  alt: 'Description for those who do not see the picture',
  altHint: 'What does it show? Screen readers read this; Word keeps it too.',
  sendingPicture: 'Sending the picture…',
  picturesLeftOut:
    '{n} pictures of what was pasted are out of reach (on another site or inside Word) and were left out. Copy them one by one or use “Insert picture”.',
}
