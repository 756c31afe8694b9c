// A second cell on the same server, which no door makes: people are put there in the records of one that is stopped.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Row {
  id: string
  username?: string
  cellId?: string
}

/** `usernames` belong to a cell of their own from the next start on. */
export function moveToSecondCell(dataDir: string, usernames: readonly string[]): void {
  const path = join(dataDir, 'records.json')
  const { content } = JSON.parse(readFileSync(path, 'utf8')) as { content: Record<string, Row[]> }
  const [cell] = content.cells ?? []
  if (!cell) throw new Error('no cell in the records')
  content.cells?.push({ ...cell, id: 'second-cell' })
  for (const person of content.people ?? []) {
    if (usernames.includes(person.username ?? '')) person.cellId = 'second-cell'
  }
  const text = JSON.stringify(content)
  const sha256 = createHash('sha256').update(text).digest('hex')
  writeFileSync(path, `{"format":1,"sha256":"${sha256}","content":\n${text}\n}\n`)
}
