import { describe, expect, it } from 'vitest'
import { rewrite } from '#demo/formula/rewrite.ts'

describe('a formula rewritten', () => {
  it.each([
    ['and(IsClosed, true)', 'AND(value_IsClosed, TRUE)'],
    ['ISCHANGED( Amount )', 'changed_Amount'],
    ['NOT ISBLANK(Name) || not(IsClosed)', '! ISBLANK(value_Name) || NOT(value_IsClosed)'],
    [
      'ISPICKVAL(PRIORVALUE(StageName), "ISCHANGED(X)")',
      'ORG_ISPICKVAL(prior_StageName, "ISCHANGED(X)")',
    ],
    ['Owner.Manager.Name = $User.Id', 'value_Owner_Manager_Name = value_global_User_Id'],
    ['CloseDate < TODAY() /* NOW() */', 'value_CloseDate < ORG_TODAY() '],
    ["Name = 'it\\'s Amount'", "value_Name = 'it\\'s Amount'"],
  ])('%s becomes %s', (formula, expected) => {
    expect(rewrite(formula).text).toBe(expected)
  })

  it('names what each variable stands for', () => {
    const { variables } = rewrite('ISCHANGED(Amount) && Amount > PRIORVALUE(Amount)')
    expect([...variables.values()]).toEqual([
      { kind: 'changed', path: 'Amount' },
      { kind: 'value', path: 'Amount' },
      { kind: 'prior', path: 'Amount' },
    ])
  })
})
