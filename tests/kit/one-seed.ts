// Run before every test file: properties are tried on the same cases everywhere, on others by SEED.
import fc from 'fast-check'
import { seed } from './seeded'

fc.configureGlobal({ seed })
