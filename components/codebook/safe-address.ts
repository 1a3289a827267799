/** Whether a link may lead there: to a web page or to somebody’s mailbox, and nowhere else. */
export function isSafeAddress(address: string | undefined | null): boolean {
  return typeof address === 'string' && /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)\S*$/i.test(address);
}
