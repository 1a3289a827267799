/** How many mentions are told as a number at most. */
export const maxCounted = 99;

/** What the sign in the page's head shows and is called; null where there is nothing new. */
export function unseenMentionsLabel(unseen: number): { count: string; name: string } | null {
  if (unseen === 0) return null;
  const count = unseen > maxCounted ? `${maxCounted}+` : String(unseen);
  return { count, name: `${count} new ${unseen === 1 ? 'mention' : 'mentions'} of you` };
}
