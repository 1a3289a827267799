import type { Call, Committed, Outcome } from './requests';
import { openLayer, sendChange } from './requests';
import type { LayerState } from '@/lib/annotation/layer';
import { acknowledge, pickBatch, refuse } from './change-queue';
import type { Tables, WaitingChange, Message } from './tables';

/** Options that an outbox and its sender have in common. */
export type CommonOptions = {
  userId: string;
  call: Call;
  /**
   * Null in a browser without locks: then each tab sends for itself, and some changes are sent
   * twice.
   */
  locks: LockManager | null;
  now(this: void): number;
  /**
   * Delay before the first retry, in milliseconds; it doubles with each failure, up to 30 times
   * this.
   */
  firstDelay: number;
};

/** Options that a sender gets from its outbox. */
type SenderOptions = CommonOptions & {
  transact: Tables['transact'];
  publish(message: Message): void;
  layerOf(articleId: string): Promise<string | null>;
  saveLayer(articleId: string, layer: { id: string; state: LayerState }): Promise<void>;
};

/** Number of changes sent in parallel, each on an annotation of its own. */
const batchSize = 6;

/** Time after which another tab's lock counts as stuck, in milliseconds. */
const stuckAfter = 45_000;

/** A monotonic clock in milliseconds, which does not change when the system's clock is set. */
const elapsed = () => performance.now();

/**
 * Sends waiting changes in order, one tab at a time, and publishes the outcomes. It releases the
 * lock whenever there is nothing to send, so that a tab that the browser has suspended does not
 * block the others.
 */
export class ChangeSender {
  private running: Promise<void> | null = null;
  private isWanted = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private timerAt = Infinity;
  private retryAt = 0;
  private failures = 0;
  private isClosed = false;
  private readonly delayedUntil = new Map<string, number>();

  constructor(private readonly options: SenderOptions) {}

  /** Sends what waits, unless the server was just found to be away. */
  wake(): void {
    if (this.running !== null) this.isWanted = true;
    else if (this.retryAt <= elapsed()) void this.attempt();
  }

  /** Tries again within so many milliseconds. */
  wakeWithin(milliseconds: number): void {
    const at = elapsed() + milliseconds;
    if (this.isClosed || at >= this.timerAt) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timerAt = at;
    this.timer = setTimeout(() => void this.attempt(), milliseconds);
  }

  /**
   * Tries now, regardless of earlier failures; with `hasty`, also sends what is still being typed.
   */
  async attempt(hasty = false): Promise<void> {
    while (this.running !== null) await this.running;
    if (this.isClosed) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.timerAt = Infinity;
    this.retryAt = 0;
    this.delayedUntil.clear();
    this.running = this.run(hasty).finally(() => {
      this.running = null;
    });
    await this.running;
  }

  /** The id of the user's layer over an article, which is created if there is none. */
  async requireLayer(articleId: string): Promise<Outcome<string>> {
    const { call, userId, layerOf, saveLayer } = this.options;
    const known = await layerOf(articleId);
    if (known !== null) return { kind: 'done', answer: known };
    const opened = await openLayer(call, userId, articleId);
    if (opened.kind !== 'done') return opened;
    await saveLayer(articleId, opened.answer);
    return { kind: 'done', answer: opened.answer.id };
  }

  /** Stops sending; requests in flight are not cancelled. */
  close(): void {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private async run(hasty: boolean): Promise<void> {
    do {
      this.isWanted = false;
      // Set beforehand, so that an unexpected error does not leave changes unsent.
      this.wakeWithin(stuckAfter);
      const nextIn = await this.underLock(() => this.sendDue(hasty));
      if (this.timer !== null) clearTimeout(this.timer);
      this.timerAt = Infinity;
      if (nextIn !== null) this.wakeWithin(nextIn);
    } while (this.isWanted && this.retryAt <= elapsed() && !this.isClosed);
  }

  private async underLock(work: () => Promise<number | null>): Promise<number | null> {
    const { locks, userId } = this.options;
    if (locks === null) return work();
    const name = `parallax-outbox-${userId}`;
    let result: number | null = null;
    let hasBegun = false;
    const hold = async () => {
      hasBegun = true;
      result = await work();
    };
    try {
      await locks.request(name, { signal: AbortSignal.timeout(stuckAfter) }, hold);
    } catch (reason) {
      const isLockLost = reason instanceof DOMException;
      // Losing the lock while sending is no error: changes may be sent twice.
      if (isLockLost && hasBegun) return result;
      if (!isLockLost) throw reason;
      await locks.request(name, { steal: true }, hold).catch(() => undefined);
    }
    return result;
  }

  /**
   * Sends batches until nothing is due; returns the milliseconds until the next try, null for not
   * before the next wake.
   */
  private async sendDue(hasty: boolean): Promise<number | null> {
    const { transact, userId, now } = this.options;
    while (!this.isClosed) {
      const at = hasty ? Infinity : now();
      const delayFor = (annotationId: string) =>
        hasty ? 0 : (this.delayedUntil.get(annotationId) ?? 0) - elapsed();
      const limits = { limit: batchSize, delayFor };
      const { changes, nextIn } = await transact((tx) => pickBatch(tx, userId, at, limits));
      if (changes.length === 0) return nextIn;
      const outcomes = await this.send(changes);
      if (this.isClosed) return null;
      await this.applyOutcomes(changes, outcomes);
      const retryIn = this.judge(changes, outcomes, hasty);
      if (retryIn !== null) return retryIn;
    }
    return null;
  }

  private async send(changes: WaitingChange[]): Promise<Outcome<Committed>[]> {
    const { call } = this.options;
    const layers = new Map<string, Outcome<string>>();
    for (const { articleId } of changes)
      if (!layers.has(articleId)) layers.set(articleId, await this.requireLayer(articleId));
    return Promise.all(
      changes.map(async (row): Promise<Outcome<Committed>> => {
        const layer = layers.get(row.articleId) ?? { kind: 'away', retryAfter: 0 };
        return layer.kind === 'done' ? sendChange(call, layer.answer, row) : layer;
      }),
    );
  }

  private async applyOutcomes(
    changes: WaitingChange[],
    outcomes: Outcome<Committed>[],
  ): Promise<void> {
    const at = new Date(this.options.now()).toISOString();
    const messages = await this.options.transact(async (tx) => {
      const result: Message[] = [];
      for (const [index, row] of changes.entries()) {
        const outcome = outcomes[index];
        const { articleId, annotationId, idempotencyKey } = row;
        if (outcome?.kind === 'done') {
          const { version, annotation } = outcome.answer;
          await acknowledge(tx, row, { version, removed: annotation === null });
          result.push({
            kind: 'done',
            articleId,
            annotationId,
            idempotencyKey,
            version,
            annotation,
          });
        } else if (outcome?.kind === 'refused') {
          const refusal = await refuse(tx, row, { ...outcome, at });
          if (refusal !== null) {
            const { isConflict } = outcome;
            result.push({ kind: 'refused', articleId, annotationId, isConflict, ...refusal });
          }
        }
      }
      return result;
    });
    for (const message of messages) this.options.publish(message);
  }

  /**
   * Publishes the state of the connection after a batch; returns the milliseconds until the next
   * try if nothing got through.
   */
  private judge(
    changes: WaitingChange[],
    outcomes: Outcome<Committed>[],
    hasty: boolean,
  ): number | null {
    const { firstDelay, publish } = this.options;
    const out = outcomes.some(({ kind }) => kind === 'signed-out');
    const away = outcomes.filter((outcome) => outcome.kind === 'away');
    const isStuck = out || away.length === outcomes.length;
    this.failures = isStuck ? this.failures + 1 : 0;
    const doubled = firstDelay * Math.min(30, 2 ** Math.max(0, this.failures - 1));
    const asked = 1000 * Math.max(0, ...away.map(({ retryAfter }) => retryAfter));
    // Jitter, so that the browsers of a newsroom do not all retry at once when the connection is
    // back.
    const retryIn = Math.max(asked, doubled * (0.75 + Math.random() / 2));
    const retryAt = elapsed() + retryIn;
    for (const [index, { annotationId }] of changes.entries())
      if (outcomes[index]?.kind === 'away') this.delayedUntil.set(annotationId, retryAt);
    const trouble = away.find((outcome) => outcome.trouble !== undefined)?.trouble;
    publish({ kind: 'line', line: out ? 'signed-out' : isStuck ? 'away' : 'open', trouble });
    if (!isStuck && !(hasty && away.length > 0)) return null;
    this.retryAt = retryAt;
    return retryIn;
  }
}
