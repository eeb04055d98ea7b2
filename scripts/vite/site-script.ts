/** Sites refer to the script by this name: it has no hash in it, and stays. */
export const SITE_SCRIPT = 'triple-a-form.js'
/** The oldest browsers with style sheets made by script (https://caniuse.com/mdn-api_document_adoptedstylesheets); older ones keep the plain form. */
export const SITE_BROWSERS = ['chrome93', 'edge93', 'firefox101', 'safari16.4']
