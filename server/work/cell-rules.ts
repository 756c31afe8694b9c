// The cell's rule set: guidance changes and local rules differ, so it is the leaders' to set.
import type { RuleSet, RuleSetWish } from '../../shared/records/cell'
import type { Person } from '../../shared/records/person'
import { Refusal } from '../../shared/refusals'
import { holdsPost } from '../auth/access'
import type { Services } from '../services'

/** Throws Refusal. Of what is named only; windows that sessions have already stay as they are. */
export async function keepRules(
  { records }: Services,
  person: Person,
  { criteria, ...changes }: Partial<RuleSetWish>,
): Promise<RuleSet> {
  if (!holdsPost('keepRules', person)) throw new Refusal('not-yours')
  return records.transact(async (handle) => {
    const cell = await handle.get('cells', person.cellId)
    if (!cell) throw new Refusal('not-found')
    const { criteria: before, ...rest } = cell.ruleSet
    const own = criteria === undefined ? before : criteria
    const ruleSet: RuleSet = { ...rest, ...changes, ...(own && { criteria: own }) }
    handle.put('cells', { ...cell, ruleSet })
    return ruleSet
  })
}
