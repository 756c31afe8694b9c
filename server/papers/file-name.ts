// The name under which a paper is downloaded: as people write it, and in ASCII for what knows no other.
import { bareLetters } from '../../shared/bare-letters'

const mostLetters = 120

/** `Đề cương: mục 1/2` → `de-cuong-muc-1-2`. */
export const plainName = (name: string): string =>
  bareLetters(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, mostLetters)
    .replace(/^-+|-+$/g, '')

/** Without what Windows, macOS or a header would not take. */
const writtenName = (name: string): string =>
  [
    ...name
      .normalize('NFC')
      .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, mostLetters)
    .join('')
    .replace(/[. ]+$/, '')

const encoded = (name: string) =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** RFC 6266: `filename*` is read by every browser, `filename` by the rest. */
export function asAttachment(name: string, extension: string): string {
  const plain = `${plainName(name) || 'van-ban'}.${extension}`
  const written = `${writtenName(name) || 'van-ban'}.${extension}`
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(written)}`
}
