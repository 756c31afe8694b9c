// The cell's rule set: guidance changes and local rules differ, so it is the leaders' to set.
import type { RuleSet } from '../../shared/records/cell'
import type { Person } from '../../shared/records/person'
import { Refusal } from '../../shared/refusals'
import { holdsPost } from '../auth/access'
import type { Services } from '../services'

/** Throws Refusal. Replaces the whole; windows that sessions have already stay as they are. */
export async function keepRules(
  { records }: Services,
  person: Person,
  ruleSet: RuleSet,
): Promise<RuleSet> {
  if (!holdsPost('keepRules', person)) throw new Refusal('not-yours')
  await records.transact(async (handle) => {
    const cell = await handle.get('cells', person.cellId)
    if (!cell) throw new Refusal('not-found')
    handle.put('cells', { ...cell, ruleSet })
  })
  return ruleSet
}
