// The letters of an avatar.

/** The last two words' letters, as people here are called by: `Trần Thị Hạnh` → `TH`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).slice(-2)
  return words
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase('vi')
}
