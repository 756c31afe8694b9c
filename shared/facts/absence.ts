// What is known of an absence, without the schema, so that a page need not load zod.

export const mostReasonLetters = 500
