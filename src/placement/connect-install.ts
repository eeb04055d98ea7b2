/** The hand-over of the installation page: beside the connection, the way to tell the portal that the installation is over. */
import type { Result } from '../domain/result.ts'
import { failed, ok } from '../domain/result.ts'
import { connect } from './connect.ts'
import type { Connection, ConnectProblem } from './connect.ts'
import { fitPage } from './fit-page.ts'

export interface InstallConnection extends Connection {
  /** Settles only where the portal leaves the page as it is. Absent where it did not open the page to install the app. */
  readonly finish?: () => Promise<void>
}

/** A portal that takes `installFinish` loads its page again, and never answers; this is how long it gets, in milliseconds. */
export const LONGEST_FINISH = 10_000

/** Connects to the portal that opened the installation page. */
export async function connectToInstall(): Promise<Result<InstallConnection, ConnectProblem>> {
  const connected = await connect()
  if (!connected.ok) return connected
  const { initializeB24Frame } = await import('@bitrix24/b24jssdk')
  try {
    // there is one frame object for a document: the one that is connected already
    const b24 = await initializeB24Frame()
    const { frame } = connected.value
    const connection: Connection = { ...connected.value, frame: { ...frame, fit: fitPage(frame) } }
    if (!b24.isInstallMode) return ok(connection)
    return ok({
      ...connection,
      async finish() {
        // refused or unanswered: what the portal then says of the app decides
        b24.installFinish().catch(() => undefined)
        await new Promise((resolve) => { setTimeout(resolve, LONGEST_FINISH) })
      },
    })
  } catch {
    return failed({ kind: 'failed' })
  }
}
