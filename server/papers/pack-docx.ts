// Packs a Word file anew so that the same paper is the same bytes, with what it is made from beside it.
import { unzip } from '../../shared/papers/unzip'
import type { Stamp } from './sheet'
import { zip } from './zip'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const itemRelation = `<Relationship Id="rIdVersion" Type="${officeRelation}/customXml" Target="../customXml/item1.xml"/>`
const propertiesXml = `<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="{6F2D8C1E-4B0A-4E5B-9A51-2A6D6E0C7B11}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:banthao:version:1"/></ds:schemaRefs></ds:datastoreItem>`
const propertiesRelation = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${officeRelation}/customXmlProps" Target="itemProps1.xml"/></Relationships>`
const propertiesType =
  '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Links are named by chance; they are counted instead. */
function countLinks(parts: Map<string, Uint8Array>): void {
  const path = 'word/_rels/document.xml.rels'
  let relations = decode(parts.get(path))
  let document = decode(parts.get('word/document.xml'))
  const names = [...relations.matchAll(/ Id="([^"]*)"[^>]*relationships\/hyperlink"/g)]
  const numbers = new Map(names.map(([, name = ''], index) => [name, `rIdLink${index + 1}`]))
  const counted = (before: string, name: string) => `${before}"${numbers.get(name) ?? name}"`
  relations = relations.replace(/( Id=)"([^"]*)"/g, (_, before, name) => counted(before, name))
  document = document.replace(/(<w:hyperlink [^>]*?r:id=)"([^"]*)"/g, (_, before, name) =>
    counted(before, name),
  )
  parts.set(path, encode(relations.replace('</Relationships>', `${itemRelation}</Relationships>`)))
  parts.set('word/document.xml', encode(document))
}

function addProof(parts: Map<string, Uint8Array>, { versionId, sha256, facts, text }: Stamp): void {
  const item = `<?xml version="1.0" encoding="UTF-8"?><version xmlns="urn:banthao:version:1" id="${versionId}" sha256="${sha256}"><facts>${base64(encode(facts))}</facts><text>${base64(text)}</text></version>`
  parts.set('customXml/item1.xml', encode(item))
  parts.set('customXml/itemProps1.xml', encode(propertiesXml))
  parts.set('customXml/_rels/item1.xml.rels', encode(propertiesRelation))
  const types = decode(parts.get('[Content_Types].xml'))
  parts.set('[Content_Types].xml', encode(types.replace('</Types>', `${propertiesType}</Types>`)))
}

/** The day a version was frozen, not the moment somebody downloads it. */
function setDay(parts: Map<string, Uint8Array>, at: string): void {
  const core = decode(parts.get('docProps/core.xml'))
  const day = at.replace(/\.\d+Z$/, 'Z')
  const set = core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`)
  parts.set('docProps/core.xml', encode(set))
}

export async function packVersion(file: Uint8Array, stamp: Stamp): Promise<Uint8Array> {
  const parts = new Map(await unzip(file))
  countLinks(parts)
  addProof(parts, stamp)
  setDay(parts, stamp.at)
  return zip(parts)
}
