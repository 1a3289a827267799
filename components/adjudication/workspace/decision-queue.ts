import { troubleOf } from '@/components/outbox/save-messages';
import type { SaveState, ServerTrouble } from '@/components/outbox/work';
import type { ApiProblem } from '@/components/ui/api';

/** What a queue is given. */
export type QueueOptions<Action, Answer> = {
  send: (action: Action) => Promise<Answer>;
  /** The problem that something thrown is; null for what is none. */
  problemOf: (thrown: unknown) => Pick<ApiProblem, 'status' | 'retryAfter'> | null;
  /** Told before the deed leaves the list, so that at no moment it is neither waiting nor done. */
  done: (action: Action, answer: Answer) => void;
  refused: (action: Action, thrown: unknown) => void;
  /** Milliseconds before the first further try; each next one waits twice as long, up to 16 times this. */
  retryDelay: number;
};

/** Sends deeds one after the other, in their order, and tries again while the server is away. */
export class DecisionQueue<Action, Answer> {
  private actions: readonly Action[] = [];
  private kind: SaveState['kind'] = 'saved';
  private trouble: ServerTrouble | undefined;
  private failures = 0;
  private isSending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: QueueOptions<Action, Answer>) {}

  /** What is not done yet, the oldest first; the same list for as long as nothing changes. */
  list = (): readonly Action[] => this.actions;

  /** How far it has come. */
  get save(): SaveState {
    const count = this.actions.length;
    if (this.kind === 'saved' || count === 0) return { kind: 'saved' };
    if (this.kind === 'offline') return { kind: 'offline', count, trouble: this.trouble };
    return { kind: this.kind, count };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  add(action: Action): void {
    if (this.kind === 'saved') this.kind = 'saving';
    this.set([...this.actions, action]);
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
    for (let action = this.actions[0]; action !== undefined; action = this.actions[0]) {
      try {
        const answer = await this.options.send(action);
        this.options.done(action, answer);
        this.drop();
      } catch (thrown) {
        if (this.waits(thrown)) break;
        this.drop();
        this.options.refused(action, thrown);
      }
    }
    this.isSending = false;
  }

  /** Whether what was thrown passes by itself; then it is tried again later. */
  private waits(thrown: unknown): boolean {
    const problem = this.options.problemOf(thrown);
    if (problem === null) return false;
    const { status, retryAfter } = problem;
    if (status !== 0 && status !== 401 && status !== 429 && status < 500) return false;
    this.kind = status === 401 ? 'signed-out' : 'offline';
    this.trouble = troubleOf(status);
    const delay = this.options.retryDelay * Math.min(16, 2 ** this.failures++);
    this.timer = setTimeout(this.wake, Math.max(delay, 1000 * (retryAfter ?? 0)));
    this.set([...this.actions]);
    return true;
  }

  private drop(): void {
    this.failures = 0;
    this.kind = this.actions.length > 1 ? 'saving' : 'saved';
    this.set(this.actions.slice(1));
  }

  private set(actions: readonly Action[]): void {
    this.actions = actions;
    for (const listener of this.listeners) listener();
  }
}
