// [P8] What leaves the program, as pictures: PDF by poppler, Word by LibreOffice, held against those kept here.
// `PICTURES=1 npx vitest run tests/pictures`; `UPDATE_PICTURES=1` keeps what is drawn now: look at it first.
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answers, version } from '../../server/papers/paper-worker'
import type { PaperNode } from '../../shared/document/outline'
import { paperWith, tableOfMany } from '../kit/answers-samples'
import { differingShare, readGreyPng } from '../kit/grey-png'
import { convert } from '../kit/office'
import { fullPaper, paragraph, versionOf } from '../kit/version-samples'

const kept = join(import.meta.dirname, 'kept')
const folder = mkdtempSync(join(tmpdir(), 'banthao-pictures-'))
/** Small enough to keep, large enough to see a line that moved. */
const dotsPerInch = 34

const sample = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../server/demo/sample-cell.json'), 'utf8'),
) as { draft: { content: PaperNode[] } }

const overlong: PaperNode = {
  type: 'doc',
  content: [
    ...(fullPaper.content ?? []).slice(0, -1),
    paragraph(`Một từ không có chỗ ngắt ${'x'.repeat(160)} rồi hết.`),
    paragraph('https://vi-du.example.vn/thu-muc/van-ban?so=1&nam=2027&trang=3#muc-luc'),
    ...(fullPaper.content ?? []).slice(-1),
  ],
}

const made = {
  sample: () => versionOf({ type: 'doc', content: sample.draft.content }, { isNumbered: true }),
  everything: () => versionOf(overlong, { isFinal: true }),
  state: () => versionOf(overlong, { style: 'nd30', isFinal: true }),
} as const
type Name = keyof typeof made
const names = Object.keys(made) as Name[]

beforeAll(async () => {
  for (const name of names) {
    for (const form of ['pdf', 'docx'] as const) {
      const bytes = await version({ form, paper: made[name]() })
      writeFileSync(join(folder, `${name}.${form}`), bytes)
    }
  }
  const table = await answers({ form: 'pdf', paper: paperWith(tableOfMany(4)) })
  writeFileSync(join(folder, 'table.pdf'), table)
  mkdirSync(join(folder, 'word'))
  const papers = names.map((name) => join(folder, `${name}.docx`))
  convert(folder, 'pdf', join(folder, 'word'), papers)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Every page of a PDF as a picture, in order. */
function drawn(pdf: string, name: string): Buffer[] {
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-png', pdf, join(folder, name)])
  return readdirSync(folder)
    .filter((file) => new RegExp(`^${name}-\\d+\\.png$`).test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file)))
}

function hold(pages: readonly Buffer[], name: string, most: number): void {
  const paths = pages.map((_, index) => join(kept, `${name}-${index + 1}.png`))
  if (process.env.UPDATE_PICTURES) {
    mkdirSync(kept, { recursive: true })
    pages.forEach((page, index) => {
      writeFileSync(paths[index] ?? '', page)
    })
  }
  expect(existsSync(join(kept, `${name}-${pages.length + 1}.png`))).toBe(false)
  pages.forEach((page, index) => {
    const share = differingShare(readGreyPng(page), readGreyPng(readFileSync(paths[index] ?? '')))
    if (share > most) {
      const seen = join(tmpdir(), `banthao-${name}-${index + 1}.png`)
      writeFileSync(seen, page)
      console.error(`page ${index + 1} of ${name} differs: ${seen} against ${paths[index]}`)
    }
    expect([name, index + 1, share <= most]).toEqual([name, index + 1, true])
  })
}

describe('pictures of what leaves', () => {
  it.each([...names, 'table'])('[P8] PDF: %s', (name) => {
    hold(drawn(join(folder, `${name}.pdf`), `pdf-${name}`), `pdf-${name}`, 0.01)
  })

  // Releases of LibreOffice lay lines out a little differently.
  it.each(names)('[P8] Word: %s', (name) => {
    hold(drawn(join(folder, 'word', `${name}.pdf`), `word-${name}`), `word-${name}`, 0.04)
  })

  it('[P8] a line that moved by its own height is seen', () => {
    const [page = Buffer.alloc(0)] = drawn(join(folder, 'sample.pdf'), 'moved')
    const picture = readGreyPng(page)
    const dots = new Uint8Array(picture.dots)
    // The lower half goes down by one line.
    const from = Math.floor(picture.height / 2) * picture.width
    dots.copyWithin(from + 10 * picture.width, from, dots.length - 10 * picture.width)
    expect(differingShare(picture, { ...picture, dots })).toBeGreaterThan(0.04)
    expect(differingShare(picture, picture)).toBe(0)
  })
})
