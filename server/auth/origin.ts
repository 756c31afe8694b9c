// Does a request come from one of our own pages?

/** Both absent is allowed: scripts and stock clients send neither. */
export function isForeign(
  headers: Record<string, string | string[] | undefined>,
  publicUrl: URL | null,
): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin } = headers
  if (origin === undefined) return false
  if (publicUrl !== null && origin === publicUrl.origin) return false
  return !URL.canParse(String(origin)) || new URL(String(origin)).host !== headers.host
}
