/** The portal as it is, as far as the set-up is concerned: one request, and one more where sets lie on the shelf. */
import * as v from 'valibot'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Language, QuestionSet } from '../../domain/question-set.ts'
import { decode } from '../decode.ts'
import { parseFieldMap } from '../field-map.ts'
import type { FieldMap } from '../field-map.ts'
import { OPTION_FIELDS, readOptions } from '../options.ts'
import type { InstallationProblem, Options } from '../options.ts'
import { unreadable } from '../portal.ts'
import type { Portal, PortalError, Reply } from '../portal.ts'
import { fetchPointed, installationFrom } from '../sets/pointed.ts'
import { cardCommand, readCard } from './card-layout.ts'
import type { CardKind, CardLayout } from './card-layout.ts'
import { mappingIn, withMapping } from './field-mapping.ts'
import type { FieldMapping } from './field-mapping.ts'
import { READ_PLACEMENTS } from './placements.ts'
import { JOURNAL_STORAGE, SHELF_STORAGE, storageCommands } from './storage.ts'
import type { StorageReplies } from './storage.ts'
import { compareFields, readFields, userFieldsCommand } from './user-fields.ts'
import type { FieldState, UserField } from './user-fields.ts'
import { wantedFields } from './wanted-fields.ts'
import type { WantedField } from './wanted-fields.ts'
import type { ChosenStages } from '../stage-roles.ts'

const Stages = v.array(v.object({
  ID: v.pipe(v.union([v.string(), v.number()]), v.transform(Number)),
  STATUS_ID: v.string(),
  NAME: v.string(),
  SORT: v.pipe(v.union([v.string(), v.number()]), v.transform(Number)),
  SEMANTICS: v.nullish(v.string(), ''),
}))
export type Stage = v.InferOutput<typeof Stages>[number]

/** What the administrator chose on the screen. */
export interface Wishes {
  /** The sets to publish where none is in force. */
  readonly sets: readonly QuestionSet[]
  /** The portal's IANA zone. */
  readonly zone: string
  /** The app's address, which the portal is to open. */
  readonly handler: string
  readonly language: Language
  /** Fields that exist already, beside those that were chosen before. */
  readonly mapping?: FieldMapping
  /** Stages that exist already, by the part they play; the others are made. */
  readonly stages?: ChosenStages
  /** What list items were called before they were renamed here, by their ids. */
  readonly formerLabels?: Readonly<Record<number, string>>
}

export interface PortalAsIs {
  readonly options: Result<Options, PortalError>
  /** What was published; why not, where it was not. */
  readonly installation: Result<{ readonly sets: readonly QuestionSet[]; readonly zone: string; readonly map: FieldMap }, InstallationProblem>
  /** Those in force, or those that are to be. */
  readonly sets: readonly QuestionSet[]
  readonly existing: Result<readonly UserField[], PortalError>
  readonly wanted: readonly WantedField[]
  readonly fields: readonly FieldState[]
  readonly journal: StorageReplies
  readonly shelf: StorageReplies
  readonly bound: Reply
  readonly stages: Result<readonly Stage[], PortalError>
  readonly cards: Readonly<Record<CardKind, Result<CardLayout | undefined, PortalError>>>
}

function mapIn(options: Options): FieldMap | undefined {
  const stored = options[OPTION_FIELDS]
  const map = stored === undefined ? undefined : parseFieldMap(stored)
  return map?.ok === true ? map.value : undefined
}

/** Reads all that the items look at. Fails only where nothing at all is known. */
export async function readAsIs(portal: Portal, { sets, language, mapping = {} }: Wishes): Promise<Result<PortalAsIs, PortalError>> {
  const [journalCommands, shelfCommands] = [storageCommands(JOURNAL_STORAGE), storageCommands(SHELF_STORAGE)]
  const sent = await portal.send({
    options: { method: 'app.option.get', params: {} },
    fields: userFieldsCommand(language),
    journal: journalCommands.storage,
    journalProperties: journalCommands.properties,
    shelf: shelfCommands.storage,
    shelfProperties: shelfCommands.properties,
    bound: READ_PLACEMENTS,
    stages: { method: 'crm.status.list', params: { filter: { ENTITY_ID: 'STATUS' }, order: { SORT: 'ASC' } } },
    simple: cardCommand(1),
    repeat: cardCommand(2),
  }, { halt: false })
  if (!sent.ok) return sent
  const { options: optionsReply, fields, journal, journalProperties, shelf, shelfProperties, bound, stages, simple, repeat } = sent.value
  const known = optionsReply.ok ? readOptions(optionsReply.value) : undefined
  const options: PortalAsIs['options'] = !optionsReply.ok ? optionsReply : known ? ok(known) : failed(unreadable('app.option.get', 'an object of texts'))
  const whole = await fetchPointed(portal, options.ok ? options.value : {})
  if (!whole.ok) return whole
  const installed = installationFrom(whole.value)
  const inForce = installed.ok ? installed.value.sets : sets
  const existing = readFields(fields)
  const wanted = wantedFields(inForce)
  const map = options.ok ? mapIn(options.value) : undefined
  const placed = withMapping(wanted, { ...map && mappingIn(map, wanted), ...mapping }, existing.ok ? existing.value : [])
  return ok({
    options,
    installation: installed.ok ? ok({ sets: inForce, zone: installed.value.settings.zone, map: installed.value.fields }) : installed,
    sets: inForce,
    existing,
    wanted: placed,
    fields: existing.ok ? compareFields(placed, existing.value) : [],
    journal: { storage: journal, properties: journalProperties },
    shelf: { storage: shelf, properties: shelfProperties },
    bound,
    stages: stages.ok ? decode('crm.status.list', Stages, stages.value) : stages,
    cards: { 1: readCard(simple), 2: readCard(repeat) },
  })
}
