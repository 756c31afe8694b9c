// Opens a Word file within bounds: its parts, its relations, and a clear no to what is not one.
import { Overfull, type Parts, unzip } from '../../shared/papers/unzip'
import { Overlong, Unreadable } from './unreadable'
import { childrenNamed, type Element, readXml } from './xml'

const mostParts = 3000
const mostInflated = 64 * 1024 * 1024
/** Of one part that is XML; a thousand pages are less. */
const mostXml = 32 * 1024 * 1024

export interface Relation {
  readonly type: string
  readonly target: string
  readonly isExternal: boolean
}

export interface WordFile {
  readonly parts: Parts
  /** The folder of the main document, with a slash. */
  readonly folder: string
  readonly document: Element
  readonly relations: ReadonlyMap<string, Relation>
  /** A part beside the document, by the end of its relation's type. */
  part(type: string): Element | undefined
  bytes(path: string): Uint8Array | undefined
  /** A part by its path. */
  other(path: string): Element | undefined
  /** The relations of another part, such as the notes. */
  relationsOf(path: string): ReadonlyMap<string, Relation>
  /** Where a relation of the document leads inside the file. */
  pathOf(relation: Relation): string
}

const begins = (bytes: Uint8Array, ...magic: number[]) =>
  magic.every((byte, index) => bytes[index] === byte)
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/** What people take for a Word file. */
function demandZip(bytes: Uint8Array): void {
  if (begins(bytes, 0x50, 0x4b)) return
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Unreadable(file.includes(utf16('EncryptedPackage')) ? 'locked' : 'old-word')
  }
  const head = file.subarray(0, 1024).toString('latin1').trimStart()
  if (head.startsWith('{\\rtf')) throw new Unreadable('rtf')
  if (head.startsWith('%PDF')) throw new Unreadable('pdf')
  throw new Unreadable('not-word')
}

async function partsOf(bytes: Uint8Array): Promise<Parts> {
  demandZip(bytes)
  try {
    return await unzip(bytes, { mostParts, mostBytes: mostInflated })
  } catch (error) {
    if (error instanceof Overfull) throw new Overlong('more than may be inflated', { cause: error })
    if (error instanceof RangeError) throw new Unreadable('damaged')
    throw error
  }
}

function decoded(bytes: Uint8Array): string {
  if (bytes.length > mostXml) throw new Overlong()
  const isUtf16 = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)
  const name = begins(bytes, 0xfe, 0xff) ? 'utf-16be' : isUtf16 ? 'utf-16le' : 'utf-8'
  return new TextDecoder(name).decode(bytes)
}

/** `word/../media/a.png` → `media/a.png`. */
function resolved(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

/** A template from elsewhere is how Word files are made to fetch what they do not hold. */
const isForeignTemplate = ({ type, target, isExternal }: Relation) =>
  isExternal &&
  type.endsWith('/attachedTemplate') &&
  /^\s*(?:https?:|ftp:|\\\\|file:\/\/[^/])/i.test(target)

export async function openFile(bytes: Uint8Array): Promise<WordFile> {
  const parts = await partsOf(bytes)
  // Names in an archive are not always written in the same case as they are referred to.
  const byName = new Map([...parts].map(([name, part]) => [name.toLowerCase(), part]))
  const find = (path: string) => parts.get(path) ?? byName.get(path.toLowerCase())
  const xml = (path: string) => {
    const part = find(path)
    return part && readXml(decoded(part))
  }
  if (find('mimetype') && find('content.xml')) throw new Unreadable('odt')
  const types = find('[Content_Types].xml')
  if (!types) throw new Unreadable('not-word')
  const hasMacros = [...byName.keys()].some((name) => name.endsWith('vbaproject.bin'))
  if (hasMacros || /macroEnabled/i.test(decoded(types))) throw new Unreadable('macros')

  const relationsOf = (path: string) => {
    const slash = path.lastIndexOf('/') + 1
    const rels = xml(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`)
    return new Map(
      childrenNamed(rels, 'Relationship').map(({ attrs }) => [
        attrs.Id ?? '',
        {
          type: attrs.Type ?? '',
          target: attrs.Target ?? '',
          isExternal: attrs.TargetMode === 'External',
        },
      ]),
    )
  }
  const main = [...relationsOf('').values()].find(({ type }) => type.endsWith('/officeDocument'))
  const path = main && resolved('', main.target)
  const document = path && xml(path)
  if (!path || !document || document.name !== 'w:document') throw new Unreadable('not-word')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = relationsOf(path)
  const pathOf = ({ target }: Relation) => resolved(folder, target)
  const beside = [...relations.values()]
  const settings = beside.find(({ type }) => type.endsWith('/settings'))
  const all = [...beside, ...(settings ? relationsOf(pathOf(settings)).values() : [])]
  if (all.some(isForeignTemplate)) throw new Unreadable('template')
  return {
    parts,
    folder,
    document,
    relations,
    bytes: find,
    other: xml,
    relationsOf,
    pathOf,
    part: (type) => {
      const found = beside.find((one) => !one.isExternal && one.type.endsWith(`/${type}`))
      return found && xml(pathOf(found))
    },
  }
}
