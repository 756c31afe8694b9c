// How a version's digest is shown.

/** The first eight hex digits in two groups, as the projector shows them: `7F3A·91C2`. */
export const shortDigest = (sha256: string): string =>
  `${sha256.slice(0, 4)}·${sha256.slice(4, 8)}`.toUpperCase()
