const news = new EventTarget();

/** Tells the page's head that mentions were seen. */
export function notifySeen(): void {
  news.dispatchEvent(new Event('seen'));
}

/** Hears of it; answers how to hear no more. */
export function whenSeen(listener: () => void): () => void {
  news.addEventListener('seen', listener);
  return () => news.removeEventListener('seen', listener);
}
