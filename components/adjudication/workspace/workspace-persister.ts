import type { SaveState } from '@/components/outbox/work';
import type { JournalEntry, Journal } from '@/components/outbox/journal';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { AdjudicationAction } from './adjudication-action';
import { workspaceDecisionOf, mergeReloaded, withActions } from './adjudication-action';
import type { QueueOptions } from './decision-queue';
import { DecisionQueue } from './decision-queue';

type Answer = DecisionView | undefined;

/** The options of a persister beside those of its queue. */
type PersisterOptions = Omit<QueueOptions<AdjudicationAction, Answer>, 'done' | 'refused'> & {
  read: () => Promise<AdjudicationWorkspace>;
  /** Where actions outlive the page; null where the browser lets pages store nothing. */
  journal: Journal<AdjudicationAction> | null;
  /**
   * Called with an error when reloading failed (the last workspace stays), and with null once it
   * succeeds.
   */
  onReadError: (thrown: unknown) => void;
};

/**
 * How long the persister waits for further messages before it reloads, in milliseconds: longer for
 * large workspaces.
 */
const reloadDelayFor = ({ units }: AdjudicationWorkspace): number =>
  units.length > 500 ? 4000 : 700;

const done = (action: AdjudicationAction, answer: Answer): AdjudicationAction =>
  action.do === 'withdraw' || answer === undefined
    ? action
    : { ...action, decision: workspaceDecisionOf(answer) };

/**
 * Holds the workspace that a page shows: as it was loaded last, with all actions since applied.
 * Actions are sent in their order in the background; changes by others come by reloading.
 */
export class WorkspacePersister {
  private shown: AdjudicationWorkspace;
  private actionCount = 0;
  private isLoading = false;
  private isStale = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly refusals = new Set<(action: AdjudicationAction, thrown: unknown) => void>();
  private readonly journalKeys = new Map<AdjudicationAction, string>();
  private readonly queue: DecisionQueue<AdjudicationAction, Answer>;

  constructor(
    private base: AdjudicationWorkspace,
    private readonly options: PersisterOptions,
  ) {
    this.shown = base;
    this.queue = new DecisionQueue({
      ...options,
      done: (action, answer) => {
        this.forget(action);
        this.actionCount++;
        this.base = withActions(this.base, [done(action, answer)]);
        this.soon();
      },
      refused: (action, thrown) => {
        this.forget(action);
        for (const listener of this.refusals) listener(action, thrown);
        void this.reread();
      },
    });
    this.queue.subscribe(() => this.show());
  }

  /** The workspace to show; the same object as long as nothing changes. */
  workspace = (): AdjudicationWorkspace => this.shown;

  save = (): SaveState['kind'] => this.queue.save.kind;

  /** How many actions are not saved. */
  waiting = (): number => this.queue.list().length;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /**
   * Calls `listener` with each action that the server refuses, and with the error; returns an
   * unsubscribe function.
   */
  onRefused(listener: (action: AdjudicationAction, thrown: unknown) => void): () => void {
    this.refusals.add(listener);
    return () => void this.refusals.delete(listener);
  }

  do(action: AdjudicationAction): void {
    const key = this.options.journal?.append(action) ?? null;
    if (key !== null) this.journalKeys.set(action, key);
    this.queue.add(action);
  }

  /** Sends actions that earlier pages have left in the journal. */
  takeOver(): void {
    this.options.journal?.takeOver((left: JournalEntry<AdjudicationAction>[]) => {
      for (const { key, item } of left) {
        this.journalKeys.set(item, key);
        this.queue.add(item);
      }
    });
  }

  /** Whether something would be lost if the page ended now. */
  isAtRisk = (): boolean => this.queue.list().length > this.journalKeys.size;

  wake = (): void => this.queue.wake();

  /** Reloads after a moment without further messages. */
  soon = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.reread(), reloadDelayFor(this.base));
  };

  stop(): void {
    clearTimeout(this.timer);
  }

  /**
   * Reloads the workspace. An answer is discarded if an action was completed while it was on its
   * way.
   */
  async reread(): Promise<void> {
    clearTimeout(this.timer);
    this.isStale = true;
    if (this.isLoading) return;
    this.isLoading = true;
    while (this.isStale) {
      this.isStale = false;
      const { actionCount } = this;
      try {
        const now = await this.options.read();
        if (actionCount !== this.actionCount) this.isStale = true;
        else {
          this.base = mergeReloaded(this.base, now);
          this.show();
          this.options.onReadError(null);
        }
      } catch (thrown) {
        this.options.onReadError(thrown);
      }
    }
    this.isLoading = false;
  }

  private forget(action: AdjudicationAction): void {
    const key = this.journalKeys.get(action);
    if (key === undefined) return;
    this.journalKeys.delete(action);
    this.options.journal?.forget(key);
  }

  private show(): void {
    this.shown = withActions(this.base, this.queue.list());
    for (const listener of this.listeners) listener();
  }
}
