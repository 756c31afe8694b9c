// Letters of the fonts of the time before Unicode, as letters.
import { decode, encodingOfFont, isCapitalFont } from '../../../../shared/old-encodings/recognise'

/** `font`: the family in which the words were written, such as `.VnTime` or `VNI-Times`. */
export function oldLetters(text: string, font: string): string {
  const encoding = encodingOfFont(font)
  if (encoding === null) return text
  const words = decode(text, encoding)
  // Some of these fonts draw capitals for small letters.
  return isCapitalFont(font) ? words.toLocaleUpperCase('vi') : words
}
