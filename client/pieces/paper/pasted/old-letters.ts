// Letters of the fonts of the time before Unicode; whoever can convert them does so here.

/** `font`: the family in which the words were written, such as `.VnTime` or `VNI-Times`. */
export const oldLetters = (text: string, _font: string): string => text
