import type { Segment } from '@/lib/article/segment';
import type { Presence } from '@/lib/annotation/live-message';
import type { LiveEvent } from './article-live';
import type { Slots } from './person-look';

/** A colleague who has the article open now. */
export type Person = {
  userId: string;
  name: string;
  /** The slot of their look; see `lookOf`. */
  slot: number;
  /** Where they read, as a position in this page's text; null where unknown. */
  at: number | null;
  selection: readonly Segment[];
};

/** How long people stay listed after the connection broke, in milliseconds. */
const grace = 8_000;

const isSame = (one: Person, other: Person | undefined) =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other);

/** Who else has the article open. Each person is listed once, at the page where they moved last. */
export class People {
  private readonly pages = new Map<string, Presence>();
  private readonly listeners = new Set<() => void>();
  private people: readonly Person[] = [];
  private fading: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly userId: string,
    private readonly revisionId: string,
    private readonly slots: Slots,
  ) {}

  /** Everybody but the viewer, by name; the same array until something changes. */
  list = (): readonly Person[] => this.people;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  handleEvent(event: LiveEvent): void {
    if (event.channel !== 'layers') return;
    clearTimeout(this.fading);
    if (event.kind === 'left') {
      if (event.why === 'connection') this.fading = setTimeout(() => this.clear(), grace);
      else this.clear();
    } else if (event.kind === 'message') this.take(event.message);
  }

  private take(message: Extract<LiveEvent, { kind: 'message' }>['message']): void {
    if (message.kind === 'people') {
      this.pages.clear();
      for (const person of message.people) this.pages.set(person.pageId, person);
    } else if (message.kind === 'person') {
      // Deleted and set, so that the page that moved last is last in the map.
      this.pages.delete(message.person.pageId);
      this.pages.set(message.person.pageId, message.person);
    } else if (message.kind === 'left') this.pages.delete(message.pageId);
    else return;
    this.changed();
  }

  private clear(): void {
    this.pages.clear();
    this.changed();
  }

  private changed(): void {
    const before = new Map(this.people.map((person) => [person.userId, person]));
    const last = new Map<string, Presence>();
    for (const page of this.pages.values())
      if (page.userId !== this.userId) last.set(page.userId, page);
    const next = [...last.values()]
      .map((page) => this.person(page))
      .sort(
        (one, other) => one.name.localeCompare(other.name) || (one.userId < other.userId ? -1 : 1),
      )
      .map((person) => {
        const known = before.get(person.userId);
        return known !== undefined && isSame(person, known) ? known : person;
      });
    if (next.length === this.people.length && next.every((one, at) => one === this.people[at]))
      return;
    this.people = next;
    for (const listener of this.listeners) listener();
  }

  /** People at another revision have no position in this text. */
  private person({ userId, name, revisionId, at, selection }: Presence): Person {
    const isHere = revisionId === this.revisionId;
    const whereabouts = isHere ? { at, selection } : { at: null, selection: [] };
    return { userId, name, slot: this.slots.of(userId), ...whereabouts };
  }
}
