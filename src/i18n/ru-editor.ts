/** Russian: what the set editor says. */
import { doctor, places } from './ru/editor-doctor.ts'
import { editor, fields } from './ru/editor.ts'

export const ru = { doctor, editor, fields, places }
