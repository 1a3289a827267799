import { troubleOf } from '@/components/outbox/work';
import type { SaveState, ServerTrouble } from '@/components/outbox/work';
import type { ApiProblem } from '@/components/ui/api';

/** The callbacks and settings of a queue. */
export type QueueOptions<Action, Answer> = {
  send: (action: Action) => Promise<Answer>;
  /** The API problem of something thrown; null where it is none. */
  problemOf: (thrown: unknown) => Pick<ApiProblem, 'status' | 'retryAfter'> | null;
  /** Called before the action leaves the list, so that it is always either waiting or done. */
  done: (action: Action, answer: Answer) => void;
  refused: (action: Action, thrown: unknown) => void;
  /**
   * Milliseconds before the first retry; each next one waits twice as long, up to 16 times this.
   */
  retryDelay: number;
};

/** Sends actions one after the other, in their order, and retries while the server is away. */
export class DecisionQueue<Action, Answer> {
  private actions: readonly Action[] = [];
  private kind: SaveState['kind'] = 'saved';
  private trouble: ServerTrouble | undefined;
  private failures = 0;
  private isSending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: QueueOptions<Action, Answer>) {}

  /**
   * The actions that are not done yet, the oldest first; the same array as long as nothing changes.
   */
  list = (): readonly Action[] => this.actions;

  /** The save state to show. */
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

  /** Retries at once. */
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

  /** Whether the error is temporary; then the action is retried later. */
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
