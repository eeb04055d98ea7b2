/** The SDK and what only it needs, in one chunk of their own, so that its size is seen and the rest does not carry it. */
export const SDK_CHUNK = { name: 'sdk', test: /node_modules\/(?:@bitrix24\/b24jssdk|luxon|axios|qs-esm)\// }
