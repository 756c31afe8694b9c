// Writes the printed tables into docs/rules.md: `npm run rules`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rulesPage } from '../../shared/rules-page'

const path = join(import.meta.dirname, '../../docs/rules.md')
const markers = /(<!-- printed by npm run rules -->)[\s\S]*(<!-- end -->)/
writeFileSync(path, readFileSync(path, 'utf8').replace(markers, `$1\n\n${rulesPage()}\n\n$2`))
