/** The lead fields that a form on a site needs, as the portal calls them. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { PortalError } from '../portal/portal.ts'
import { readFields, userFieldsCommand } from '../portal/setup/user-fields.ts'
import { useOffice } from './office.ts'

export const useSiteForm = defineStore('site-form', () => {
  const { portal } = useOffice()
  /** Label by field code; nothing before they were read. */
  const labels = shallowRef<ReadonlyMap<string, string>>()
  const problem = shallowRef<PortalError>()
  const busy = ref(false)

  async function read(language: Language): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      const sent = await portal.send({ fields: userFieldsCommand(language) }, { halt: true })
      const fields = sent.ok ? readFields(sent.value.fields) : sent
      problem.value = fields.ok ? undefined : fields.error
      if (fields.ok) labels.value = new Map(fields.value.map(field => [field.FIELD_NAME, field.EDIT_FORM_LABEL || field.FIELD_NAME]))
    } finally {
      busy.value = false
    }
  }

  return { labels: computed(() => labels.value), problem: computed(() => problem.value), busy: computed(() => busy.value), read }
})
