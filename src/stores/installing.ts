/** One installation, as far as it has come. */
import { defineStore } from 'pinia'
import { computed, inject, ref, shallowRef } from 'vue'
import type { InjectionKey } from 'vue'
import { install, lookAtInstall } from '../portal/setup/install.ts'
import type { InstallLook, InstallProblem, InstallSite, InstallStep } from '../portal/setup/install.ts'

export type { InstallLook, InstallProblem, InstallStep }

export const INSTALL_SITE: InjectionKey<InstallSite> = Symbol('install-site')

export const useInstalling = defineStore('installing', () => {
  const given = inject(INSTALL_SITE)
  if (!given) throw new Error('no site was provided')
  const site: InstallSite = given

  const look = shallowRef<InstallLook>()
  const problem = shallowRef<InstallProblem>()
  const busy = ref(false)
  /** The step that is under way. */
  const step = ref<InstallStep>()

  /** Nothing is left to do: all is bound, and the portal counts the app as installed. */
  const done = computed(() => {
    const { installed, work } = look.value ?? {}
    return installed === true && work?.stale.length === 0 && work.missing.length === 0
  })
  /** A part of it is done already, by an installation that was cut off. */
  const begun = computed(() => look.value !== undefined && !look.value.installed && look.value.work.missing.length === 0)

  async function read(): Promise<boolean> {
    const found = await lookAtInstall(site)
    problem.value = found.ok ? undefined : found.error
    if (found.ok) look.value = found.value
    return found.ok
  }

  async function alone(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await work()
    } finally {
      busy.value = false
      step.value = undefined
    }
  }

  return {
    look, problem, busy, step, done, begun,
    open: () => alone(async () => { await read() }),
    /** Does what is left of it; after a failure, from where that was. */
    run: () => alone(async () => {
      if (!await read()) return
      const installed = await install(site, (begins) => { step.value = begins })
      if (installed.ok) await read()
      else {
        // what was done before the failure is shown as done
        await read()
        problem.value = installed.error
      }
    }),
  }
})
