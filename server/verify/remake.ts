// Makes the file of a version anew from what a file carries along: the check needs no server.
import { z } from 'zod'
import { paperSchema } from '../../shared/document/schema'
import { paperStyles } from '../../shared/facts/cell'
import type { FileForm } from '../../shared/papers/check-file'
import type { Proof } from '../../shared/papers/file-proof'
import type { VersionFacts } from '../papers/paper-sheet'
import { version } from '../papers/paper-worker'

const words = z.string().max(1000)
const versionFacts = z.object({
  id: words,
  number: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  frozenAt: z.iso.datetime(),
  isFinal: z.boolean(),
  cell: z.object({ name: words, parentName: words, place: words }),
  topic: words,
  presenter: words,
  style: z.enum(paperStyles).optional(),
  isNumbered: z.boolean().optional(),
  paper: z.literal('minutes').optional(),
}) satisfies z.ZodType<VersionFacts>

/** `null` where what is carried along does not belong together. */
export async function remake(
  proof: Proof,
  form: FileForm,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Uint8Array | null> {
  const text = new TextDecoder().decode(proof.text)
  const facts = parsed(() => versionFacts.parse(JSON.parse(proof.facts)))
  const doc = parsed(() => paperSchema.nodeFromJSON(JSON.parse(text)))
  if (!facts || !doc || facts.id !== proof.id || facts.sha256 !== proof.sha256) return null
  return version({ form, paper: { facts, text, pictures } })
}

function parsed<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}
