/** Which stage plays which part: existing ones by name or by choice, the others are made; none is ever deleted but by undo. */
import type { Language, Text } from '../../domain/question-set.ts'
import { textIn } from '../../domain/question-set.ts'
import { same } from '../../domain/same.ts'
import { OPTION_STAGES, parseStageRoles, printStageRoles, STAGE_ROLES } from '../stage-roles.ts'
import type { StageRole, StageRoles } from '../stage-roles.ts'
import type { Command } from '../portal.ts'
import type { PortalAsIs, Stage, Wishes } from './as-is.ts'
import { unread } from './item.ts'
import type { ItemLook, Note } from './item.ts'

/** Beginning of the codes of stages that we make; a stage code has 21 characters at most (`crm-status-add.md`). */
const OURS = 'ABC_'

/** The seven stages of a lead's whole way. */
export const STAGE_NAMES: Readonly<Record<StageRole, Text>> = {
  unprocessed: { ru: 'Не обработан', en: 'Unprocessed' },
  qualification: { ru: 'Квалификация', en: 'Qualification' },
  qualified: { ru: 'Квалифицирован, распределение', en: 'Qualified, to be assigned' },
  assigned: { ru: 'Распределён, выход на ЛПР', en: 'Assigned, reaching the decision maker' },
  negotiation: { ru: 'Переговоры с ЛПР, презентация', en: 'Talks with the decision maker' },
  contract: { ru: 'Ожидание заявки, подписание договора', en: 'Awaiting the order and contract' },
  won: { ru: 'Заявка получена, лид успешен', en: 'Order received, lead won' },
}

const COLOURS: Partial<Record<StageRole, string>> = { qualification: '#2FC6F6', qualified: '#55D0E0', assigned: '#47E4C2', negotiation: '#FFA900', contract: '#E9B100' }

function codeOf(role: StageRole): string {
  return `${OURS}${role.toUpperCase()}`
}

/** The first stage and the one of success are the portal's own, of which there is one each; the others go by code or by name. `chosen`: null for one of our own making. */
function stageFor(role: StageRole, stages: readonly Stage[], chosen: string | null | undefined): Stage | undefined {
  if (chosen === null) return stages.find(({ STATUS_ID }) => STATUS_ID === codeOf(role))
  const picked = stages.find(({ STATUS_ID }) => STATUS_ID === chosen)
  if (picked) return picked
  if (role === 'won') return stages.find(({ SEMANTICS }) => SEMANTICS === 'S')
  const [first] = stages
  if (role === 'unprocessed') return stages.find(({ STATUS_ID }) => STATUS_ID === 'NEW') ?? first
  const names = Object.values(STAGE_NAMES[role]).map(name => name.toLowerCase())
  return stages.find(({ STATUS_ID }) => STATUS_ID === codeOf(role)) ?? stages.find(({ NAME }) => names.includes(NAME.trim().toLowerCase()))
}

/** Between the first stage and the one of success, in the order of the parts. */
function addCommand(role: StageRole, stages: readonly Stage[], language: Language): Command {
  const start = stageFor('unprocessed', stages, undefined)?.SORT ?? 0
  const end = stageFor('won', stages, undefined)?.SORT ?? start + STAGE_ROLES.length + 1
  const sort = Math.max(start, Math.min(start + STAGE_ROLES.indexOf(role), end - 1))
  return { method: 'crm.status.add', params: { fields: {
    ENTITY_ID: 'STATUS', STATUS_ID: codeOf(role), NAME: textIn(STAGE_NAMES[role], language, 'en'), SORT: sort,
    ...(COLOURS[role] !== undefined && { COLOR: COLOURS[role] }),
  } } }
}

/** Deletes what we made, where no lead stands there (the portal refuses the others), and forgets the parts. */
function undoOf(stages: readonly Stage[], stored: string | undefined): ItemLook['undo'] {
  const ours = stages.filter(({ STATUS_ID }) => STAGE_ROLES.some(role => STATUS_ID === codeOf(role)))
  if (ours.length === 0 && stored === undefined) return undefined
  return {
    ...(stored !== undefined && { forget: { method: 'app.option.set', params: { options: { [OPTION_STAGES]: '' } } } }),
    ...Object.fromEntries(ours.map(({ ID, STATUS_ID }) => [STATUS_ID, { method: 'crm.status.delete', params: { id: ID } }])),
  }
}

export function lookAtStages({ stages, options }: PortalAsIs, { stages: chosen, language }: Wishes): ItemLook {
  if (!stages.ok) return unread(stages.error)
  if (!options.ok) return unread(options.error)
  const stored = options.value[OPTION_STAGES]
  const known = stored === undefined ? undefined : parseStageRoles(stored)
  if (known?.ok === false) return { state: 'differs', notes: [{ kind: 'option-unreadable', option: OPTION_STAGES, newer: known.error.kind === 'newer' }], requests: [] }
  const before = known?.value
  const found = new Map(STAGE_ROLES.map(role => [role, stageFor(role, stages.value, chosen?.[role] === undefined ? before?.[role] : chosen[role])] as const))
  const roles = Object.fromEntries(STAGE_ROLES.map(role => [role, found.get(role)?.STATUS_ID ?? codeOf(role)])) as StageRoles
  const missing = STAGE_ROLES.filter(role => found.get(role) === undefined)
  const notes = STAGE_ROLES.map((role): Note => {
    const stage = found.get(role)
    if (stage) return { kind: 'stage-used', role, stage: stage.NAME }
    return { kind: before ? 'stage-gone' : 'stage-missing', role, stage: textIn(STAGE_NAMES[role], language, 'en') }
  })
  const undo = undoOf(stages.value, stored)
  const isDone = missing.length === 0 && before !== undefined && same(before, roles)
  return {
    state: isDone ? 'there' : before ? 'differs' : 'missing',
    notes,
    requests: isDone ? [] : [{
      ...Object.fromEntries(missing.map(role => [codeOf(role), addCommand(role, stages.value, language)])),
      roles: { method: 'app.option.set', params: { options: { [OPTION_STAGES]: printStageRoles(roles) } } },
    }],
    ...undo && { undo },
  }
}
