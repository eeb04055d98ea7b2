/** Says where a stand answers and keeps it until Ctrl+C. */
import type { Stand } from './stand.ts'

export function announce({ portalUrl, appUrl }: Pick<Stand, 'portalUrl' | 'appUrl'>): void {
  process.stdout.write([
    '',
    `  Lead card   ${portalUrl}/crm/lead/details/1/`,
    `  Portal      ${portalUrl}/`,
    `  App         ${appUrl}/`,
    '',
    '  Ctrl+C ends it.',
    '',
  ].join('\n'))
}

/** Closes on the first Ctrl+C or kill; a second one ends the process at once. */
export function closeOnSignal(close: () => Promise<void>): void {
  const end = (): void => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}
