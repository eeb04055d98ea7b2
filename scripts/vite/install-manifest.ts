/** The installation page's build writes its list beside the app's, which would else be lost. */
export const INSTALL_MANIFEST = '.vite/install-manifest.json'
