import type { SaveState } from '@/components/annotate/work';
import type { Jotted, Journal } from '@/components/ui/journal';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import type { SettlingDeed } from './deed';
import { deskDecisionOf, renewed, withDeeds } from './deed';
import type { QueueParts } from './deed-queue';
import { DeedQueue } from './deed-queue';

type Answer = DecisionView | undefined;

/** What a keeper is given beside what its queue is. */
export type KeeperParts = Omit<QueueParts<SettlingDeed, Answer>, 'done' | 'refused'> & {
  read: () => Promise<SettlingDesk>;
  /** Where deeds outlive the page; null where the browser lets pages store nothing. */
  journal: Journal<SettlingDeed> | null;
  /** The desk could not be read again; what was known stays. Null once it could. */
  unread: (thrown: unknown) => void;
};

/** How long the desk waits for further news before it is read again, in milliseconds: longer where reading it is work. */
const restFor = ({ units }: SettlingDesk): number => (units.length > 500 ? 4000 : 700);

const done = (deed: SettlingDeed, answer: Answer): SettlingDeed =>
  deed.do === 'withdraw' || answer === undefined
    ? deed
    : { ...deed, decision: deskDecisionOf(answer) };

/**
 * Keeps a desk as its page shows it: as it was read last, with everything done since. What is done is
 * sent in its order while one goes on; what others do is read again.
 */
export class DeskKeeper {
  private shown: SettlingDesk;
  private deeds = 0;
  private isReading = false;
  private isStale = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly refusals = new Set<(deed: SettlingDeed, thrown: unknown) => void>();
  private readonly jotted = new Map<SettlingDeed, string>();
  private readonly queue: DeedQueue<SettlingDeed, Answer>;

  constructor(
    private base: SettlingDesk,
    private readonly parts: KeeperParts,
  ) {
    this.shown = base;
    this.queue = new DeedQueue({
      ...parts,
      done: (deed, answer) => {
        this.forget(deed);
        this.deeds++;
        this.base = withDeeds(this.base, [done(deed, answer)]);
        this.soon();
      },
      refused: (deed, thrown) => {
        this.forget(deed);
        for (const listener of this.refusals) listener(deed, thrown);
        void this.reread();
      },
    });
    this.queue.subscribe(() => this.show());
  }

  /** The desk as it is to be shown; the same one for as long as nothing changes. */
  desk = (): SettlingDesk => this.shown;

  save = (): SaveState['kind'] => this.queue.save.kind;

  /** How many deeds wait. */
  waiting = (): number => this.queue.list().length;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Calls with what the server refuses, and with what it said; answers how to stop. */
  hearRefused(listener: (deed: SettlingDeed, thrown: unknown) => void): () => void {
    this.refusals.add(listener);
    return () => void this.refusals.delete(listener);
  }

  do(deed: SettlingDeed): void {
    const key = this.parts.journal?.jot(deed) ?? null;
    if (key !== null) this.jotted.set(deed, key);
    this.queue.add(deed);
  }

  /** Sends what pages that have ended had not sent yet. */
  takeOver(): void {
    this.parts.journal?.takeOver((left: Jotted<SettlingDeed>[]) => {
      for (const { key, item } of left) {
        this.jotted.set(item, key);
        this.queue.add(item);
      }
    });
  }

  /** Whether something would be lost if the page ended now. */
  isAtRisk = (): boolean => this.queue.list().length > this.jotted.size;

  wake = (): void => this.queue.wake();

  /** Reads the desk again once there was a moment without news. */
  soon = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.reread(), restFor(this.base));
  };

  rest(): void {
    clearTimeout(this.timer);
  }

  /** Reads the desk again. What was read before something was done is not believed. */
  async reread(): Promise<void> {
    clearTimeout(this.timer);
    this.isStale = true;
    if (this.isReading) return;
    this.isReading = true;
    while (this.isStale) {
      this.isStale = false;
      const { deeds } = this;
      try {
        const now = await this.parts.read();
        if (deeds !== this.deeds) this.isStale = true;
        else {
          this.base = renewed(this.base, now);
          this.show();
          this.parts.unread(null);
        }
      } catch (thrown) {
        this.parts.unread(thrown);
      }
    }
    this.isReading = false;
  }

  private forget(deed: SettlingDeed): void {
    const key = this.jotted.get(deed);
    if (key === undefined) return;
    this.jotted.delete(deed);
    this.parts.journal?.forget(key);
  }

  private show(): void {
    this.shown = withDeeds(this.base, this.queue.list());
    for (const listener of this.listeners) listener();
  }
}
