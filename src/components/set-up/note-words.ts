/** Details of an item in words. */
import { textIn } from '../../domain/question-set.ts'
import type { Language, Text } from '../../domain/question-set.ts'
import type { SetUpWords } from '../../i18n/set-up-words.ts'
import type { Note } from '../../stores/setting-up.ts'
import { toldEntry } from './told-error.ts'

export function noteWords(note: Note, { notes: words, roles, errors }: Pick<SetUpWords, 'notes' | 'roles' | 'errors'>, language: Language): string {
  const name = (field: Text) => textIn(field, language, 'ru')
  switch (note.kind) {
    case 'field-missing': return words.fieldMissing(name(note.field))
    case 'field-shown': return words.fieldShown(name(note.field))
    case 'field-taken': return words.fieldTaken(name(note.field), note.code, note.type)
    case 'items-missing': return words.itemsMissing(name(note.field), note.items.join(', '))
    case 'items-lost': return words.itemsLost(name(note.field), note.items.join(', '))
    case 'item-renamed': return words.itemRenamed(name(note.field), note.ours, note.now)
    case 'item-called': return words.itemCalled(name(note.field), note.ours, note.now)
    case 'field-used': return words.fieldUsed(name(note.field), note.code)
    case 'storage-missing': return words.storageMissing
    case 'properties-missing': return words.propertiesMissing
    case 'tab-missing': return words.tabMissing
    case 'tab-old': return words.tabOld
    case 'not-published': return words.notPublished
    case 'map-old': return words.mapOld
    case 'needs-fields': return words.needsFields
    case 'set-gone': return words.setGone
    case 'option-unreadable': return toldEntry(note.option, note.newer, errors)
    case 'in-force': return words.inForce(note.sets.map(set => words.setVersion(textIn(set.name, language, set.defaultLanguage), set.version)).join(', '))
    case 'section-missing': return words.sectionMissing(words.card[note.card])
    case 'section-incomplete': return words.sectionIncomplete(words.card[note.card])
    case 'card-unknown': return words.cardUnknown(words.card[note.card])
    case 'optional-field': return words.optionalField(name(note.field))
    case 'mandatory-field': return words.mandatoryField(name(note.field))
    case 'mandatory-in-vain': return words.mandatoryInVain(note.field)
    case 'stage-missing': return words.stageMissing(roles[note.role], note.stage)
    case 'stage-gone': return words.stageGone(roles[note.role], note.stage)
    case 'stage-used': return words.stageUsed(roles[note.role], note.stage)
  }
}
