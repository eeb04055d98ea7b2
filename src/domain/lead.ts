/** A lead as the portal has it, in the domain's words. */
import type { LeadClass, SetReference } from './question-set.ts'
import type { Money } from './potential.ts'

/** What an earlier qualification left in the lead's fields; nothing where a field is empty. */
export interface QualificationFields {
  /** Choice id by question id, from the list fields. */
  readonly answers: Readonly<Record<string, string>>
  /** What list fields hold that stands for no choice, as text, by question id. */
  readonly strange?: Readonly<Record<string, string>>
  readonly code?: string
  readonly class?: LeadClass
  readonly coefficient?: number
  /** `YYYY-MM-DD`. */
  readonly purchaseDate?: string
  /** ISO instant with offset. */
  readonly nextTouch?: string
  readonly important: boolean
  /** Id of a reason of the set. */
  readonly reason?: string
  readonly set?: SetReference
  /** ISO instant with offset. */
  readonly qualifiedAt?: string
  /** Portal user id. */
  readonly qualifiedBy?: number
  /** The stored text of the last run (see `run.ts`), as it stands in the field. */
  readonly run?: string
}

/** A to-do as Triple A writes it. */
export interface Todo {
  /** ISO instant with offset. */
  readonly deadline: string
  readonly title: string
  /** Ends with the mark of the run that made or moved it. */
  readonly text: string
  /** Portal user id. */
  readonly responsible: number
}

/** A to-do of an earlier run that is not done yet. */
export interface OpenTodo extends Todo {
  readonly id: number
}

export interface LeadRecord {
  readonly id: number
  readonly title: string
  readonly stage: string
  /** Is the stage neither won nor lost? */
  readonly inWork: boolean
  readonly opportunity?: Money
  /** The portal computes the amount from product rows; a written amount would switch that off. */
  readonly amountFromProducts: boolean
  readonly fields: QualificationFields
  /** The open to-do that Triple A made, if there is one. */
  readonly todo?: OpenTodo
}
