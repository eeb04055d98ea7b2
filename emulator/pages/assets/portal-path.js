// @ts-check

/** Where an app may lead its user, by how the path begins as the app wrote it (api-reference of openPath). */
const OPEN_TO_APPS = [
  /^\/crm\/(deal|lead|contact|company|type)\//,
  /^\/marketplace\//,
  /^\/company\/personal\/user\/\d+\//,
  /^\/workgroups\/group\/\d+\//,
]

/**
 * @param {string} path as the app wrote it; the SDK puts a prefix with `..` in front to choose a width
 * @returns {URL | undefined} where it leads; nothing when apps may not open it
 */
export function pathForApps(path) {
  if (!OPEN_TO_APPS.some((pattern) => pattern.test(path))) return undefined
  const address = new URL(path, location.origin)
  return address.origin === location.origin ? address : undefined
}
