// The cell's own copies of the templates: whoever reads papers reads them, the leaders change them.
import type { PaperNode } from '../../shared/document/outline'
import { isBlank } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import type { PaperStyle } from '../../shared/facts/cell'
import type { Person } from '../../shared/records/person'
import type { Template } from '../../shared/records/template'
import { Refusal } from '../../shared/refusals'
import { wrongFields } from '../../shared/templates/fill'
import { isTemplateKind, type TemplateKind } from '../../shared/templates/kinds'
import { originalOf } from '../../shared/templates/originals'
import { holdsPost } from '../auth/access'
import { isoNow, type Services } from '../services'
import type { Reader } from '../stores/contract'

/** A kind without an own copy is as it came with the program. */
export type OwnTemplate = Pick<Template, 'kind' | 'changedAt' | 'changedBy'> & {
  readonly content: PaperNode
}

const shown = ({ kind, changedAt, changedBy, content }: Template): OwnTemplate => ({
  kind,
  changedAt,
  changedBy,
  content: content as PaperNode,
})

/** What a paper begins with: the cell's own template, else the one that comes with the program. */
export async function templateFor(
  records: Reader,
  cellId: string,
  kind: TemplateKind,
): Promise<PaperNode> {
  const [own] = await records.find('templates', { cellId, kind })
  return (own?.content as PaperNode | undefined) ?? originalOf(kind)
}

const idOf = (cellId: string, kind: TemplateKind) => `${cellId}.${kind}`

/** The cell's own copies. Throws `not-yours`. */
export async function listTemplates(services: Services, person: Person): Promise<OwnTemplate[]> {
  if (!holdsPost('readPapers', person)) throw new Refusal('not-yours')
  return (await services.records.find('templates', { cellId: person.cellId })).map(shown)
}

/** Throws `not-found` for what is no kind, then `not-yours`. */
function kindFor(person: Person, kind: string): TemplateKind {
  if (!isTemplateKind(kind)) throw new Refusal('not-found')
  if (!holdsPost('keepTemplates', person)) throw new Refusal('not-yours')
  return kind
}

/** As the schema holds it, attributes and all. Throws `unreadable-request`. */
function parsed(content: unknown): PaperNode {
  try {
    const node = paperSchema.nodeFromJSON(content)
    node.check()
    return node.toJSON() as PaperNode
  } catch (cause) {
    // ProseMirror throws RangeError for what its schema does not know, TypeError for what is no node.
    if (cause instanceof RangeError || cause instanceof TypeError) {
      throw new Refusal('unreadable-request')
    }
    throw cause
  }
}

/** Throws Refusal; `changed-meanwhile` where what was `seen` is not what stands. */
export async function keepTemplate(
  services: Services,
  person: Person,
  name: string,
  { content, seen }: { content: unknown; seen?: string | null | undefined },
): Promise<OwnTemplate> {
  const kind = kindFor(person, name)
  const document = parsed(content)
  if (isBlank(document)) throw new Refusal('empty-template')
  if (wrongFields(document).length > 0) throw new Refusal('unknown-field')
  const kept: Template = {
    id: idOf(person.cellId, kind),
    cellId: person.cellId,
    kind,
    content: document as Template['content'],
    changedAt: isoNow(services),
    changedBy: person.username,
  }
  await services.records.transact(async (handle) => {
    const stands = (await handle.get('templates', kept.id))?.changedAt ?? null
    if (seen !== undefined && seen !== stands) throw new Refusal('changed-meanwhile')
    handle.put('templates', kept)
  })
  return shown(kept)
}

/** Back to the one that came with the program; where there is no own copy, nothing happens. Throws Refusal. */
export async function dropTemplate(
  services: Services,
  person: Person,
  name: string,
): Promise<void> {
  const kind = kindFor(person, name)
  await services.records.transact((handle) => handle.remove('templates', idOf(person.cellId, kind)))
}

/** The form in which the cell's papers leave from now on. Throws Refusal. */
export async function keepPaperStyle(
  { records }: Services,
  person: Person,
  paperStyle: PaperStyle,
): Promise<void> {
  if (!holdsPost('keepTemplates', person)) throw new Refusal('not-yours')
  await records.transact(async (handle) => {
    const cell = await handle.get('cells', person.cellId)
    if (!cell) throw new Refusal('not-found')
    handle.put('cells', { ...cell, paperStyle })
  })
}
