// Faces are asked for before their first words stand: text set in a stand-in would move under a hand.

/** Plain Latin letters, and those that only a Vietnamese subset has. */
const letters = 'aế'

/** `faces`: CSS font shorthands. They come when they come; nothing waits for them. */
export function askForFaces(...faces: readonly string[]): void {
  for (const face of faces) {
    // A face that does not come leaves the stand-in, as it would without asking.
    document.fonts.load(face, letters).catch(() => undefined)
  }
}
