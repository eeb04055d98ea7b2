/**
 * What the kit takes of tailwind-variants, without its merging of classes that compete, which alone weighs as much as the kit's
 * components in use. Of those only the alert has such classes, two colours, and the kit's style sheet puts the right one last.
 */
export { cn, cn as cnMerge, createTV, tv } from 'tailwind-variants/lite'
