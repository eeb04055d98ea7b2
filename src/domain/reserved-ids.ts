/** Ids that no question may have. */

/** No ids of questions: these field codes belong to the results (`UF_CRM_ABC_CODE`). */
export const RESULT_IDS = [
  'code', 'class', 'coefficient', 'purchase_date', 'next_touch', 'important', 'reason', 'set', 'qualified_at', 'qualified_by', 'run',
] as const
