// A sentence's first letter, large at its beginning and small within another.

export const raised = (words: string): string =>
  words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)

export const lowered = (words: string): string =>
  words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)
