// What is known of seats, without the schema, so that a page need not load zod.

export const everyone = 'everyone'
