import { troubleOf } from '@/components/annotate/deed-words';
import type { SaveState, ServerTrouble } from '@/components/annotate/work';
import type { ApiProblem } from '@/components/ui/api';

/** What a queue is given. */
export type QueueParts<Deed, Answer> = {
  send: (deed: Deed) => Promise<Answer>;
  /** The problem that something thrown is; null for what is none. */
  problemOf: (thrown: unknown) => Pick<ApiProblem, 'status' | 'retryAfter'> | null;
  /** Told before the deed leaves the list, so that at no moment it is neither waiting nor done. */
  done: (deed: Deed, answer: Answer) => void;
  refused: (deed: Deed, thrown: unknown) => void;
  /** Milliseconds before the first further try; each next one waits twice as long, up to 16 times this. */
  rest: number;
};

/** Sends deeds one after the other, in their order, and tries again while the server is away. */
export class DeedQueue<Deed, Answer> {
  private deeds: readonly Deed[] = [];
  private kind: SaveState['kind'] = 'saved';
  private trouble: ServerTrouble | undefined;
  private failures = 0;
  private isSending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: QueueParts<Deed, Answer>) {}

  /** What is not done yet, the oldest first; the same list for as long as nothing changes. */
  list = (): readonly Deed[] => this.deeds;

  /** How far it has come. */
  get save(): SaveState {
    const count = this.deeds.length;
    if (this.kind === 'saved' || count === 0) return { kind: 'saved' };
    if (this.kind === 'offline') return { kind: 'offline', count, trouble: this.trouble };
    return { kind: this.kind, count };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  add(deed: Deed): void {
    if (this.kind === 'saved') this.kind = 'saving';
    this.set([...this.deeds, deed]);
    void this.go();
  }

  /** Tries again at once. */
  wake = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    void this.go();
  };

  private async go(): Promise<void> {
    if (this.isSending || this.timer !== undefined) return;
    this.isSending = true;
    for (let deed = this.deeds[0]; deed !== undefined; deed = this.deeds[0]) {
      try {
        const answer = await this.parts.send(deed);
        this.parts.done(deed, answer);
        this.drop();
      } catch (thrown) {
        if (this.waits(thrown)) break;
        this.drop();
        this.parts.refused(deed, thrown);
      }
    }
    this.isSending = false;
  }

  /** Whether what was thrown passes by itself; then it is tried again later. */
  private waits(thrown: unknown): boolean {
    const problem = this.parts.problemOf(thrown);
    if (problem === null) return false;
    const { status, retryAfter } = problem;
    if (status !== 0 && status !== 401 && status !== 429 && status < 500) return false;
    this.kind = status === 401 ? 'signed-out' : 'offline';
    this.trouble = troubleOf(status);
    const rest = this.parts.rest * Math.min(16, 2 ** this.failures++);
    this.timer = setTimeout(this.wake, Math.max(rest, 1000 * (retryAfter ?? 0)));
    this.set([...this.deeds]);
    return true;
  }

  private drop(): void {
    this.failures = 0;
    this.kind = this.deeds.length > 1 ? 'saving' : 'saved';
    this.set(this.deeds.slice(1));
  }

  private set(deeds: readonly Deed[]): void {
    this.deeds = deeds;
    for (const listener of this.listeners) listener();
  }
}
