// Run around all tests: the sample cell is filled once, and servers that show it start on copies.
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const variable = 'TESTS_SAMPLE_FOLDER'

export function setup(): void {
  process.env[variable] = mkdtempSync(join(tmpdir(), 'banthao-sample-'))
}

export function teardown(): void {
  rmSync(process.env[variable] ?? '', { recursive: true, force: true })
}

/**
 * Copies the filled folder into `dataDir`; the first who asks has it filled by `fill`. Outside of
 * the tests nothing is copied, and the server fills its folder itself.
 */
export async function copySample(
  dataDir: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const shared = process.env[variable]
  if (shared === undefined) return
  const filled = join(shared, 'filled')
  if (!existsSync(filled)) {
    const own = mkdtempSync(join(shared, 'filling-'))
    await fill(own)
    try {
      renameSync(own, filled)
    } catch (error) {
      // Both workers came at once, and the other was first.
      if (!existsSync(filled)) throw error
    }
  }
  cpSync(filled, dataDir, { recursive: true })
}
