/** A column of the class table: a question, or what is left of one in a rule that still names it. */
export interface RuleColumn {
  readonly id: string
  readonly name: string
}
