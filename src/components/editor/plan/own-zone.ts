/** The zone of whoever looks, where no portal says which one its people work in. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
