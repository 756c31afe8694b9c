// What is known of the big screens without their schema, so that a page need not load zod.

export const screenThemes = ['light', 'dark', 'contrast'] as const
export const screenLayouts = ['section', 'scroll'] as const
export const shownKinds = ['comment', 'vote', 'programme', 'minutes'] as const
/** Steps of the type size; 0 is read from the back of a room. */
export const leastSize = -2
export const mostSize = 4

export const plainScreen = {
  theme: 'light',
  size: 0,
  layout: 'section',
  isBlank: false,
  highlight: null,
  showing: null,
  speakingMinutes: null,
} as const

/** Every step of the projector has a greater one; rows of earlier releases have none. */
export const seqOf = (projection: { readonly seq?: number | undefined } | null): number =>
  projection?.seq ?? 0
