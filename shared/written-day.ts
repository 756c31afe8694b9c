// A day as people here write it.

/** `2027-02-05` as `05/02/2027`. */
export const writtenDay = (day: string): string => day.split('-').reverse().join('/')
