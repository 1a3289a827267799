import type { Presence } from '@/lib/annotation/live-message';

/** How long somebody counts as present without a word, in milliseconds. */
const maxSilence = 40_000;

/** Somebody at an article, and when they were last heard of (milliseconds). */
type Entry = { articleId: string; person: Presence; receivedAt: number };

/** Who is at which article, on all machines, as far as it was told. */
export class PresenceBook {
  private readonly entries = new Map<string, Entry>();

  /** Notes where somebody is; answers the article that they were at before, where that is another. */
  note(articleId: string, person: Presence, now: number): string | null {
    const before = this.entries.get(person.pageId)?.articleId ?? null;
    this.entries.set(person.pageId, { articleId, person, receivedAt: now });
    return before === articleId ? null : before;
  }

  /** Notes that a page was left; answers at which article, null where it was not known. */
  leave(pageId: string): string | null {
    const articleId = this.entries.get(pageId)?.articleId ?? null;
    this.entries.delete(pageId);
    return articleId;
  }

  /** Everybody at an article. */
  at(articleId: string): Presence[] {
    return [...this.entries.values()]
      .filter((entry) => entry.articleId === articleId)
      .map(({ person }) => person);
  }

  /** Forgets those who have been silent for too long; answers who, and where they were. */
  forgetSilent(now: number): { articleId: string; pageId: string }[] {
    const gone = [...this.entries.values()].filter(
      ({ receivedAt }) => now - receivedAt > maxSilence,
    );
    return gone.map(({ articleId, person: { pageId } }) => {
      this.entries.delete(pageId);
      return { articleId, pageId };
    });
  }
}
