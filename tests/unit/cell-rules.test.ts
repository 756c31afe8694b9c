// The cell's rule set as its form holds it: what is read back is what was set, and what is wrong is said.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rulesOf, valuesOf } from '../../client/screens/plan/rules-values'
import { defaultRuleSet, ruleSet, ruleSetWish } from '../../shared/records/cell'

const before = fc.integer({ min: -365, max: 0 })
const minutes = fc.integer({ min: 1, max: 1440 })
const anyRules = fc
  .record({
    outlineDueDays: before,
    outlineCommentsCloseDays: before,
    draftDueDays: before,
    draftCommentsCloseDays: before,
    passByDays: before,
    papersOutDays: before,
    finalTextDays: fc.integer({ min: 0, max: 365 }),
    passRequired: fc.boolean(),
    minimumMinutes: minutes,
    minimumMinutesCombined: minutes,
  })
  .map((rules) => ruleSet.parse(JSON.parse(JSON.stringify(rules))))

it('[R15] the form gives back what was set, and what the door takes', () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const { rules: read } = rulesOf(valuesOf(rules))
      expect(ruleSetWish.parse(JSON.parse(JSON.stringify(read)))).toEqual({
        ...rules,
        criteria: null,
      })
    }),
  )
})

it('[R15] says what is wrong with what was typed', () => {
  const values = valuesOf({ ...defaultRuleSet, criteria: [{ name: 'Nội dung', most: 20 }] })
  const typed = (numbers: object) =>
    rulesOf({ ...values, numbers: { ...values.numbers, ...numbers } })
  expect(typed({}).rules?.criteria).toEqual([{ name: 'Nội dung', most: 20 }])
  for (const draftDueDays of ['', '-1', 'x', '366', '1.5']) {
    expect(typed({ draftDueDays })).toEqual({ rules: null, wrong: 'rules.wrongDays' })
  }
  expect(typed({ minimumMinutes: '0' })).toEqual({ rules: null, wrong: 'rules.wrongMinutes' })
  const one = { id: 0, name: 'Nội dung', most: '10' }
  for (const criteria of [[{ ...one, name: ' ' }], [one, { ...one, id: 1 }], []]) {
    expect(rulesOf({ ...values, criteria })).toEqual({ rules: null, wrong: 'rules.wrongCriteria' })
  }
  const twice = { ...defaultRuleSet, criteria: [1, 2].map((most) => ({ name: 'Nội dung', most })) }
  expect(ruleSetWish.safeParse(twice).success).toBe(false)
})
